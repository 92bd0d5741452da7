/** Three articles that nobody printed, each with the questions that a reader of it would ask. */
export const ARTICLES = {
  ferry: `The Harbour Board will decide on Thursday whether the last car ferry to Lunna Island should be replaced by a bridge.

The board announced in March that the ferry, launched in 1974, cannot be repaired again. It carries 210 cars a day in summer and fewer than forty in winter.

A bridge would cost £48 million, according to the board’s own engineers. The toll would be £9 for each crossing, against a fare of £4 today.

Islanders are divided. Shopkeepers say that a bridge could bring visitors all year round. Fishermen fear that the piers would narrow the only safe channel to the harbour.

Marine scientists question whether the grey seals on Holm Skerry would survive two years of noise. “If we knew where they would go, I would sleep better,” said Dr. Ingrid Moar, who has counted them for twenty years.

Lawyers for the parish council doubt that the board has the legal power to build on common land. The council may go to court.

The board’s chairman, Peter Isbister, called the plan “the only honest answer to a rusting hull”. The ferry’s crew of eleven painted her funnel last week. It is red now.`,
  phones: `Pupils at all nine secondary schools in Askerdale will have to hand in their phones at the gate from September.

The county council voted for the ban by 31 to 12 on Monday evening. Phones will be kept in locked pouches until the last lesson ends.

Supporters argue that pupils would learn more if their phones were out of reach. Head teachers hope that the ban will also put an end to filming in the corridors.

Critics say a ban punishes those who use their phones as they should. A pupils’ union warns that children who care for a sick parent could not be reached in an emergency.

“I am not sure that we have the right to search a child’s bag,” admitted councillor Ruth Amani, who voted in favour.

Psychologists disagree about the effects. One review of forty studies found no link between school bans and sleep; its authors ask whether anxious pupils might be worse off without a phone.

The pouches cost £22 each. Taxpayers should not have to pay for them, the opposition says.

Is it fair that teachers may keep theirs? Nobody on the council wanted to answer that.`,
  stadium: `The city of Marrow Falls has agreed to put $310 million of public money into a new stadium for the Herons.

The team’s owner, Dale Ockham, would pay the rest. He bought the club in 2016 for $190 million.

Economists warn that stadiums seldom return what a city invests in them. “Perhaps we would have had more from a swimming pool,” said Lena Prust of the state university.

The mayor insists that the stadium will create 2,400 jobs. Her office has published no calculation.

Whether the deal is lawful remains unclear. The state constitution forbids gifts to private companies, and a residents’ group has asked a judge to stop the sale of bonds.

Neighbours complain that they would be driven out by higher rents. Many of them rent flats from families who have lived there for three generations.

The stadium’s roof is to be made of timber. It will seat 28,000 people.

Officials say the old ground must close because its stands are unsafe, but the last inspection found only a loose handrail.`,
} as const;
