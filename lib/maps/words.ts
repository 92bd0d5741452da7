/** The words that exported files add to what people wrote. A file is written in one language, whoever takes it. */
import { createTranslator } from "use-intl/core";
import messages from "#messages/en" with { type: "json" };

export const words = createTranslator({ locale: "en-GB", messages, namespace: "maps.files" });
