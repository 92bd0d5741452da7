import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import type { KeptMail } from "#lib/mail/mailbox";

/** The letters that went nowhere, as their readers would have got them. */
export function Mailbox({ mails }: { mails: KeptMail[] }) {
  const t = useTranslations("mail.mailbox");
  return (
    <div className="max-w-2xl">
      <h1 className="title">{t("title")}</h1>
      <p className="read mt-3 mb-8">{t("note")}</p>
      {mails.length === 0 && <Empty>{t("none")}</Empty>}
      <ol className="grid gap-10">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Letter mail={mail} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Letter({ mail: { id, to, subject, text, unsubscribe, sentAt } }: { mail: KeptMail }) {
  const t = useTranslations("mail.mailbox");
  return (
    <article aria-labelledby={`mail-${id}`}>
      <h2 className="section-title" id={`mail-${id}`}>
        <span>{subject}</span>
        <span>
          <Day at={sentAt} />
        </span>
      </h2>
      <p className="meta mb-3">{t("to", { address: to })}</p>
      <pre>
        <WithLinks text={text} />
      </pre>
      {unsubscribe && (
        <p className="meta mt-2 break-all">
          {t("oneClick")} <a href={unsubscribe}>{unsubscribe}</a>
        </p>
      )}
    </article>
  );
}

/** The letter's own addresses can be followed, as a mail program would let one. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
      <a key={place} href={part}>
        {part}
      </a>
    ),
  );
}
