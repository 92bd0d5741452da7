"use client";

import { Failure } from "#components/site/failure";

export default function Fault({ retry }: { retry: () => void }) {
  return <Failure retry={retry} />;
}
