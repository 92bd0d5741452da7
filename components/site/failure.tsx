import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";
import words from "#messages/en-failure";

/** What is shown in a page's place when it met a fault; its few words are a file of their own, since they go to browsers. */
export function Failure({ retry }: { retry: () => void }) {
  return (
    <>
      <h1 className="title">{words.title}</h1>
      <p className="read mt-4">{words.why}</p>
      <p className="read mt-2">{words.words}</p>
      <p className="button-row mt-6">
        <Button type="button" kind="solid" onClick={retry}>
          {words.retry}
        </Button>
        <Button href={paths.home()}>{words.home}</Button>
      </p>
    </>
  );
}
