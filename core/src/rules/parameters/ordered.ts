// Pairs of numbers of which one must not be above the other.

import type { Localized } from "../../locale/localized.ts";
import { wholeNumber } from "../../model/quorumConfiguration.ts";
import { type Context, givenValue } from "../context.ts";
import type { Finding } from "../rule.ts";

/** One finding where `lower` is above `upper` and at least one of them was written. */
export function* checkOrder(context: Context, lower: string, upper: string, because: Localized): Iterable<Finding> {
  for (const configuration of context.configurations) {
    const low = wholeNumber(configuration.values.get(lower)?.value ?? "");
    const high = wholeNumber(configuration.values.get(upper)?.value ?? "");
    const written = givenValue(configuration, lower) ?? givenValue(configuration, upper);
    if (low === undefined || high === undefined || low <= high || written === undefined) continue;
    const other = written.name === lower ? givenValue(configuration, upper) : undefined;
    yield {
      place: written.place,
      message: {
        en: `\`${lower}=${low}\` is above \`${upper}=${high}\`: ${because.en}`,
        ja: `\`${lower}=${low}\` が \`${upper}=${high}\` より大きくなっています。${because.ja}`,
      },
      related:
        other === undefined
          ? []
          : [{ ...other.place, message: { en: "the other value is here", ja: "もう一方の値はここです" } }],
    };
  }
}
