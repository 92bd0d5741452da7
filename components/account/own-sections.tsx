import { AddressSection } from "#components/account/address-section";
import { BlockList } from "#components/account/block-list";
import { DataSection } from "#components/account/data-section";
import type { Account } from "#lib/users/queries";

interface Props {
  account: Account;
  /** Whether there is a password to be said. */
  locked: boolean;
  /** Whether the forum sends letters. */
  mailOn: boolean;
}

/** What a person settles about themselves, beside what lets them in. */
export function OwnSections({ account: { email, asked, blocked }, locked, mailOn }: Props) {
  return (
    <>
      <AddressSection email={email} asked={asked} locked={locked} mailOn={mailOn} />
      <BlockList blocked={blocked} />
      <DataSection />
    </>
  );
}
