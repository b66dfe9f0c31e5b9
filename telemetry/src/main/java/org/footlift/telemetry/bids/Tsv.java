package org.footlift.telemetry.bids;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Tab-separated values the way BIDS has them: no quotes, one record a line, {@code n/a} for what is missing. */
final class Tsv {
    /** What is missing. */
    static final String MISSING = "n/a";

    // A tab-separated BIDS file has no quoting, but the parser insists on a quote character: NUL cannot occur in text.
    private static final char NO_QUOTE = '\0';

    private Tsv() {}

    /** Calls {@code row} for every line of {@code file}, empty ones included. */
    static void forEach(Path file, Consumer<CsvRecord> row) {
        requireReadable(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator('\t').quoteCharacter(NO_QUOTE)
                .skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(file)) {
            for (CsvRecord each : reader) {
                row.accept(each);
            }
        } catch (CsvParseException | CharacterCodingException e) {
            throw notText(file, e);
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The number that {@code field} spells in decimals. */
    static double number(Path file, long line, String column, String field) {
        // Double.parseDouble takes more than a data file may hold (NaN, 0x1p3, 1d, blanks): a number ends in a digit or a point.
        char last = field.isEmpty() ? ' ' : field.charAt(field.length() - 1);
        if (((last >= '0' && last <= '9') || last == '.') && field.indexOf('x') < 0 && field.charAt(0) > ' ') {
            try {
                double value = Double.parseDouble(field);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw badNumber(file, line, column, field);
            }
        }
        throw badNumber(file, line, column, field);
    }

    /** Refuses a file that is not there or may not be read. */
    static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw BidsException.in(file, "there is no such file; a recording needs its _motion.tsv, _channels.tsv and"
                    + " _motion.json side by side");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw BidsException.in(file, "cannot be read; it must be a file that you may read");
        }
    }

    static BidsException unreadable(Path file, Exception cause) {
        String why = cause instanceof NoSuchFileException
                ? "there is no such file"
                : String.valueOf(cause.getMessage());
        return BidsException.in(file, "cannot be read (" + why + "); check the path and its permissions");
    }

    private static BidsException notText(Path file, Exception cause) {
        return BidsException.in(file,
                "is not a tab-separated text file in UTF-8 (" + cause.getMessage() + "); export it again");
    }

    private static BidsException badNumber(Path file, long line, String column, String field) {
        return BidsException.at(file, line, "'" + field + "' in column " + column
                + " is not a number; write decimals with a point, or n/a where a value is missing");
    }
}
