package tsunagu.plan.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.MailAddress;
import tsunagu.shared.PastedTable;
import tsunagu.shared.TextLength;
import tsunagu.shared.Typed;
import tsunagu.shared.Words;

/**
 * A column of a sheet. A cell has one stored form, whatever it was written like: a year is "R5", a number has no thousands separators, a
 * choice is its code; two cells are the same when their stored forms are.
 *
 * @param name as the statements of {@link BookSheet} call it; its label is {@code plan.book.col.*}
 * @param most characters of a text
 * @param choices codes and their words; none for what is no choice
 * @param shape what a text has to look like; null for any
 */
record BookColumn(String name, Kind kind, boolean required, int most, List<Choice> choices, Shape shape) {

    /** Between the words of a cell that has several. */
    private static final Pattern SEVERAL = Pattern.compile("[\u3001,\uff0c\\n]+");

    private static final Pattern YEAR_IN_WORDS = Pattern.compile("\u4ee4\u548c([0-9]{1,2}|\u5143)(\u5e74\u5ea6?)?");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z_]{0,29}");

    private static final String BETWEEN = "\u3001";

    enum Kind {
        TEXT,
        /** What a record is known by for ever: small Latin letters, digits and hyphens. */
        CODE,
        /** What an area is known by for ever: capital Latin letters. */
        CAPITALS,
        DAY,
        MAIL,
        WHOLE,
        /** The place of a programme in the papers, 1-2-3. */
        PLACE,
        NUMBER,
        YEAR,
        /** A circle, or nothing. */
        MARK,
        CHOICE,
        /** Several of the choices. */
        CHOICES,
        /** Several codes. */
        CODES
    }

    /** @param key of the word that people read and write; the word may have the city's name in it */
    record Choice(String code, String key) {

        String word() {
            return Words.japanese(key);
        }
    }

    /** @param problem key of the sentence for a text that looks otherwise */
    record Shape(Pattern pattern, String problem) {}

    static BookColumn text(String name, int most) {
        return new BookColumn(name, Kind.TEXT, false, most, List.of(), null);
    }

    /** @param problem key of the sentence for a text that does not match */
    BookColumn like(String pattern, String problem) {
        return new BookColumn(name, kind, required, most, choices, new Shape(Pattern.compile(pattern), problem));
    }

    static BookColumn of(String name, Kind kind) {
        return new BookColumn(name, kind, false, 300, List.of(), null);
    }

    /** @param words prefix of the keys of the choices' words */
    static BookColumn choice(String name, Kind kind, String words, Object... codes) {
        return new BookColumn(
                name,
                kind,
                false,
                0,
                Arrays.stream(codes)
                        .map(each -> new Choice(each.toString(), words + each))
                        .toList(),
                null);
    }

    BookColumn needed() {
        return new BookColumn(name, kind, true, most, choices, shape);
    }

    String label() {
        return Words.japanese("plan.book.col." + name);
    }

    /**
     * The stored form of a cell.
     *
     * @throws DomainException when it cannot be read, or nothing stands where something has to
     */
    String stored(String cell) {
        String written = cell.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (written.isEmpty()) {
            if (required) {
                throw new DomainException("plan.book.error.missing", label());
            }
            return "";
        }
        return switch (kind) {
            case TEXT -> {
                if (TextLength.of(written) > most) {
                    throw new DomainException("plan.book.error.long", label(), most);
                }
                if (shape != null && !shape.pattern().matcher(written).matches()) {
                    throw new DomainException(shape.problem());
                }
                yield written;
            }
            case CODE -> code(written, CODE, "plan.book.error.code");
            case CAPITALS -> code(written, CAPITALS, "plan.book.error.capitals");
            case DAY -> day(written);
            case MAIL -> {
                if (!MailAddress.plausible(written)) {
                    throw new DomainException("plan.book.error.mail");
                }
                yield MailAddress.narrow(written);
            }
            case WHOLE -> whole(written);
            case PLACE -> place(written);
            case NUMBER -> number(written).stripTrailingZeros().toPlainString();
            case YEAR -> year(written);
            case MARK -> {
                if (!written.equals(mark())) {
                    throw new DomainException("plan.book.error.mark", label(), mark());
                }
                yield mark();
            }
            case CHOICE -> chosen(written);
            case CHOICES ->
                chosenOnes(SEVERAL.split(written)).stream().distinct().sorted().collect(Collectors.joining(" "));
            case CODES ->
                SEVERAL.splitAsStream(written.replace(' ', ',').replace('\u3000', ','))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
        };
    }

    /** A stored form as people read it. */
    String shown(String stored) {
        return switch (kind) {
            case CHOICE -> word(stored);
            case CHOICES ->
                stored.isEmpty()
                        ? ""
                        : Arrays.stream(stored.split(" ")).map(this::word).collect(Collectors.joining(BETWEEN));
            case CODES -> stored.replace(" ", BETWEEN);
            default -> stored;
        };
    }

    private String word(String code) {
        return choices.stream()
                .filter(each -> each.code().equals(code))
                .map(Choice::word)
                .findFirst()
                .orElse(code);
    }

    /** Of several; a choice's own word may have commas in it. */
    private List<String> chosenOnes(String[] parts) {
        List<String> codes = new ArrayList<>();
        int from = 0;
        while (from < parts.length) {
            int until = parts.length;
            while (until > from + 1 && found(joined(parts, from, until)).isEmpty()) {
                until--;
            }
            codes.add(chosen(joined(parts, from, until)));
            from = until;
        }
        return codes;
    }

    private static String joined(String[] parts, int from, int until) {
        return String.join(BETWEEN, Arrays.copyOfRange(parts, from, until));
    }

    private String chosen(String written) {
        return found(written)
                .orElseThrow(() -> new DomainException("plan.book.error.choice", label(), written))
                .code();
    }

    private Optional<Choice> found(String written) {
        String key = PastedTable.key(written);
        return choices.stream()
                .filter(each ->
                        PastedTable.key(each.word()).equals(key) || each.code().equalsIgnoreCase(written.strip()))
                .findFirst();
    }

    private String code(String written, Pattern pattern, String problem) {
        if (!pattern.matcher(written).matches()) {
            throw new DomainException(problem, label(), written);
        }
        return written;
    }

    private String day(String written) {
        Typed<LocalDate> day = Typed.day(written);
        if (day.unreadable()) {
            throw new DomainException("plan.book.error.day", label(), written);
        }
        return day.value().toString();
    }

    private String place(String written) {
        String plain = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\u2010-\u2015\u2212\u30fc]", "-")
                .replace(" ", "");
        if (!plain.matches("[0-9]{1,4}(-[0-9]{1,4}){0,4}")) {
            throw new DomainException("plan.book.error.place", label(), written);
        }
        return plain;
    }

    private String whole(String written) {
        try {
            return String.valueOf(number(written).intValueExact());
        } catch (ArithmeticException noWhole) {
            throw new DomainException("plan.book.error.number", label(), written);
        }
    }

    private BigDecimal number(String written) {
        String digits = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC)
                .replace(",", "");
        // Longer ones are no figures of a plan, and an exponent could be written out to gigabytes.
        if (!digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            throw new DomainException("plan.book.error.number", label(), written);
        }
        return new BigDecimal(digits);
    }

    private String year(String written) {
        String plain = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC)
                .replace(" ", "");
        var words = YEAR_IN_WORDS.matcher(plain);
        String code = words.matches() ? "R" + words.group(1).replace("\u5143", "1") : plain;
        try {
            return FiscalYear.parse(code.toUpperCase(java.util.Locale.ROOT)).code();
        } catch (DomainException noYear) {
            throw new DomainException("plan.book.error.year", label(), written);
        }
    }

    static String mark() {
        return Words.japanese("plan.book.mark");
    }
}
