import type { ComponentProps, ReactNode } from "react";
import { StanceLabel, stanceClass } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";

interface Option {
  value: string;
  label: ReactNode;
  /** Gives the option its sign and colour. */
  stance?: Stance;
}

interface Props extends Omit<ComponentProps<"input">, "value" | "defaultValue" | "type"> {
  name: string;
  legend: ReactNode;
  options: Option[];
  /** The option chosen at first. */
  chosen?: string;
}

/** One of a few, side by side: native radios, so it works without script. Further props go to each radio. */
export function Choice({ name, legend, options, chosen, ...radio }: Props) {
  return (
    <fieldset>
      <legend className="label mb-1">{legend}</legend>
      <div className="segments">
        {options.map(({ value, label, stance }) => (
          <label key={value} className={stance && stanceClass(stance)}>
            <input {...radio} type="radio" name={name} value={value} defaultChecked={value === chosen} />
            {stance ? <StanceLabel stance={stance}>{label}</StanceLabel> : label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
