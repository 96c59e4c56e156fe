package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words belong in bundles, every word that is asked for exists, and the rules for page files hold. */
class TextsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]");

    /** Rooms that have words; each is the first part of its keys. */
    private static final List<String> BUNDLES = bundles("");

    /** Rooms of which public pages need words in English. */
    private static final List<String> ENGLISH = bundles("_en");

    /** Rooms that have words in plain Japanese. */
    private static final List<String> EASY = bundles("_ja__simple");

    /** Pages that are complete in plain Japanese: the way from the sign-up to the ticket, the class pages, the guide, and every frame. */
    private static final List<String> EASY_PAGES = List.of(
            "pages/account/sign-up.xhtml",
            "pages/account/sign-up-sent.xhtml",
            "pages/account/sign-up-open.xhtml",
            "pages/account/sign-in.xhtml",
            "pages/account/sign-out.xhtml",
            "pages/account/forgot.xhtml",
            "pages/account/forgot-sent.xhtml",
            "pages/account/password.xhtml",
            "pages/account/privacy.xhtml",
            "pages/account/mailbox.xhtml",
            "pages/privacy/ask.xhtml",
            "pages/home.xhtml",
            "pages/finding/event.xhtml",
            "pages/event/register.xhtml",
            "pages/event/ticket.xhtml",
            "pages/event/ticket-edit.xhtml",
            "pages/event/questionnaire.xhtml",
            "pages/finding/class.xhtml",
            "pages/finding/class-sheets.xhtml",
            "pages/finding/class-teachers.xhtml",
            "pages/finding/sheet.xhtml",
            "pages/guide/uij.xhtml",
            "pages/seeker/my.xhtml",
            "pages/event/lottery.xhtml",
            "WEB-INF/tags/eventCard.xhtml",
            "WEB-INF/tags/companions.xhtml",
            "WEB-INF/tags/question.xhtml",
            "WEB-INF/tags/classSheet.xhtml",
            "WEB-INF/tags/support.xhtml",
            "WEB-INF/tags/errors.xhtml",
            "WEB-INF/tags/field.xhtml",
            "WEB-INF/parts/header.xhtml",
            "WEB-INF/parts/footer.xhtml",
            "WEB-INF/parts/languages.xhtml",
            "WEB-INF/parts/account-links.xhtml",
            "WEB-INF/templates/form.xhtml",
            "WEB-INF/templates/page.xhtml");

    /** The letter of the law, before which the page says in plain words what it means; and the way to 面談会, which is for companies' fairs. */
    private static final Pattern NOT_EASY = Pattern.compile("account[.]privacy[.].*[.]text|meeting[.]go");

    /** Plain Japanese leaves the era out. */
    private static final Set<String> WITHOUT_ERA =
            Set.of("web.date.day", "web.date.month", "web.date.fiscalYear", "web.date.fiscalYearShort");

    private static final Pattern READ = Pattern.compile(
            "\uff5c[^\uff5c\u300a\u300b]+\u300a(?:[\u3041-\u30ff]+|[{]1[}])\u300b|\\p{IsHan}+\u300a[\u3041-\u30ff]+\u300b");

    private static final Pattern UNREAD = Pattern.compile("[\\p{IsHan}\uff5c\u300a\u300b]");

    private static final int LONGEST_SENTENCE = 60;

    /** A number that is never one: days off in a year, the most that is allowed. */
    private static final Set<String> ALWAYS_MANY =
            Set.of("posting.daysOffValue", "search.daysOffFrom", "seeker.days", "event.moreSessions");

    private static List<String> bundles(String language) {
        try (Stream<Path> files = Files.list(MAIN.resolve("resources/i18n"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+" + language + "[.]properties"))
                    .map(name -> name.replace(language + ".properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Only what public pages need is in English; nothing is in English alone. */
    @Test
    void nothing_is_in_English_alone() throws IOException {
        for (String room : ENGLISH) {
            assertThat(bundle(room).stringPropertyNames())
                    .as(room)
                    .containsAll(bundle(room + "_en").stringPropertyNames());
        }
    }

    @Test
    void plain_Japanese_asks_for_the_same_words_and_reads_every_kanji() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String room : EASY) {
            Properties japanese = bundle(room);
            Properties easy = bundle(room + "_ja__simple");
            for (String key : new TreeSet<>(easy.stringPropertyNames())) {
                String text = easy.getProperty(key);
                if (!japanese.containsKey(key)) {
                    faults.add(key + " is in plain Japanese alone");
                } else if (!WITHOUT_ERA.contains(key) && !places(text).equals(places(japanese.getProperty(key)))) {
                    faults.add(key + " has other places: " + text);
                }
                if (text.contains("{")) {
                    new java.text.MessageFormat(text, java.util.Locale.JAPANESE);
                }
                unread(text).forEach(each -> faults.add(key + " " + each));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_rule_for_plain_Japanese_bites() {
        assertThat(unread("\u6f22\u5b57\u300a\u304b\u3093\u3058\u300b\u3092\u66f8\u300a\u304b\u300b\u304d\u307e\u3059"))
                .isEmpty();
        assertThat(unread("\uff5c1\u4eba\u300a\u3072\u3068\u308a\u300b")).isEmpty();
        assertThat(unread("\u6f22\u5b57\u3092\u66f8\u300a\u304b\u300b\u304d\u307e\u3059"))
                .hasSize(1);
        assertThat(unread("\u304b\u3093\u3058\u300a\u304b\u3093\u3058\u300b")).hasSize(1);
        assertThat(unread("\u3042".repeat(61))).hasSize(1);
        assertThat(unread("\u3042".repeat(40) + "\u3002" + "\u3042".repeat(40))).isEmpty();
    }

    /** Pages that are in plain Japanese are so as a whole: a new text of theirs is written in it, too. */
    @Test
    void pages_in_plain_Japanese_are_complete() throws IOException {
        Properties easy = new Properties();
        for (String room : EASY) {
            easy.putAll(bundle(room + "_ja__simple"));
        }
        Set<String> missing = new TreeSet<>();
        for (String page : EASY_PAGES) {
            for (String key : keys(Files.readString(MAIN.resolve("webapp").resolve(page)))) {
                if (bundleHas(key)
                        && !easy.containsKey(key)
                        && !NOT_EASY.matcher(key).matches()) {
                    missing.add(page + " " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What is wrong with a text of plain Japanese: kanji without reading, marks that mark nothing, sentences that are too long. */
    private static List<String> unread(String text) {
        List<String> faults = new ArrayList<>();
        String rest = READ.matcher(text).replaceAll("");
        if (UNREAD.matcher(rest).find()) {
            faults.add("without reading: " + rest);
        }
        String choice = text.replaceAll("[{][0-9],choice,(?:[^{}]|[{][0-9][}])*[}]", "");
        for (String sentence :
                choice.replaceAll("\uff5c|\u300a[^\u300b]*\u300b", "").split("\u3002|\n")) {
            if (sentence.length() > LONGEST_SENTENCE) {
                faults.add("too long: " + sentence);
            }
        }
        return faults;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("[{]([0-9])").matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    /**
     * A key that nothing asks for is deleted. Asked for is what stands in a page, a class or a script as a whole, or begins with a
     * literal that ends in a dot (a key that is put together when it is needed).
     */
    @Test
    void no_key_is_without_use() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().matches(".*[.](xhtml|java|js)"))
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        Set<String> literals = new TreeSet<>();
        Matcher quoted = Pattern.compile("['\"]((?:" + String.join("|", BUNDLES) + ")[.][a-zA-Z0-9._-]*)")
                .matcher(all);
        while (quoted.find()) {
            literals.add(quoted.group(1));
        }
        List<String> beginnings = new ArrayList<>(
                literals.stream().filter(each -> each.endsWith(".")).toList());
        // what two rooms share asks for its own room's words: room + ".section." + name
        Matcher middles = Pattern.compile("['\"]([.][a-zA-Z.]+)['\"]").matcher(all);
        while (middles.find()) {
            BUNDLES.forEach(room -> beginnings.add(room + middles.group(1)));
        }
        List<String> unused = new ArrayList<>();
        for (String room : BUNDLES) {
            for (String key : bundle(room).stringPropertyNames()) {
                String asked = key.replaceFirst("[.](subject|body)$", "");
                // "<room>.done.<what>" answers the parameter done=<what> of an address
                String done = key.replaceFirst("^[a-z]+[.]done[.]", "");
                boolean said =
                        !done.equals(key) && (all.indexOf("done=" + done) >= 0 || all.indexOf('"' + done + '"') >= 0);
                if (!said
                        && !literals.contains(key)
                        && !literals.contains(asked)
                        && beginnings.stream().noneMatch(key::startsWith)) {
                    unused.add(key);
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    /** Pages anybody may open have no Japanese leftovers in English. */
    @Test
    void public_pages_are_complete_in_English() throws IOException {
        Set<String> missing = new TreeSet<>();
        Properties english = new Properties();
        for (String room : ENGLISH) {
            english.putAll(bundle(room + "_en"));
        }
        for (String page : publicFiles()) {
            for (String key : keys(Files.readString(MAIN.resolve("webapp").resolve(page)))) {
                // Tags and parts are shared with the desks of staff and companies, which are in Japanese.
                boolean staffOnly = key.startsWith("event.staff.")
                        || key.startsWith("event.app.")
                        || key.startsWith("web.date.")
                        || key.startsWith("review.")
                        || key.startsWith("desk.")
                        || key.startsWith("privacy.incident.")
                        || key.startsWith("event.people.");
                if (!staffOnly && !english.containsKey(key) && bundleHas(key) && !key.equals("plan.rows.nameless")) {
                    missing.add(page + " " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /**
     * A text with arguments goes through MessageFormat, where a straight apostrophe begins a quotation and vanishes; one without does not.
     * The typographic apostrophe is the same in both, so it is the only one.
     */
    @Test
    void no_text_has_a_straight_apostrophe() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(MAIN.resolve("resources/i18n"))) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("'"))
                        .forEach(line -> faults.add(file.getFileName() + " " + line));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** A number in braces is followed by words for one and for more, or does not stand before a word that changes with it. */
    @Test
    void every_English_text_can_be_formatted_and_counts_right() throws IOException {
        Pattern counted = Pattern.compile(
                "\\{[0-9]} (?:seats|days|people|persons|companies|jobs|employees|dates|minutes|seconds|hours|years"
                        + "|places|files)\\b");
        List<String> faults = new ArrayList<>();
        for (String room : ENGLISH) {
            Properties texts = bundle(room + "_en");
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                if (text.contains("{")) {
                    new java.text.MessageFormat(text, java.util.Locale.ENGLISH);
                }
                // what stands in a choice is for more than one
                if (counted.matcher(text.replaceAll("\\{[0-9],choice,[^{}]*(?:\\{[0-9]}[^{}]*)*}", ""))
                                .find()
                        && !ALWAYS_MANY.contains(key)) {
                    faults.add(key + "=" + text);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The second of two would silently win. */
    @Test
    void no_key_is_written_twice() throws IOException {
        List<String> twice = new ArrayList<>();
        try (Stream<Path> files = Files.list(MAIN.resolve("resources/i18n"))) {
            for (Path file : files.toList()) {
                Set<String> seen = new TreeSet<>();
                for (String line : Files.readAllLines(file)) {
                    if (line.matches("[a-z].*=.*") && !seen.add(line.replaceFirst("=.*", ""))) {
                        twice.add(file + " " + line);
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_key_a_page_or_a_class_names_exists() throws IOException {
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(xhtml|java)")).toList()) {
                for (String key : keys(Files.readString(file))) {
                    if (!bundleHas(key)) {
                        unknown.add(file + " " + key);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_value_of_an_enumeration_on_screen_has_a_word() throws IOException {
        for (var type : tsunagu.event.EventType.values()) {
            assertThat(bundleHas("event.type." + type)).as(type.name()).isTrue();
        }
        for (var role : tsunagu.event.AttendanceRole.values()) {
            assertThat(bundleHas("event.role." + role)).as(role.name()).isTrue();
        }
        for (var outcome : tsunagu.attendance.ScanOutcome.values()) {
            assertThat(bundleHas("event.scan." + outcome)).as(outcome.name()).isTrue();
            assertThat(bundleHas("event.scan.help." + outcome))
                    .as(outcome.name())
                    .isTrue();
        }
        for (var role : tsunagu.shared.Role.values()) {
            assertThat(bundleHas("account.role." + role)).as(role.name()).isTrue();
        }
        for (var kind : tsunagu.plan.Figure.Kind.values()) {
            assertThat(bundleHas("plan.kind." + kind)).as(kind.name()).isTrue();
            assertThat(bundleHas("plan.kindLong." + kind)).as(kind.name()).isTrue();
        }
    }

    @Test
    void pages_and_classes_hold_no_Japanese_unescaped_output_or_computed_includes() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(xhtml|java)")).toList()) {
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    number++;
                    String code = line.replaceFirst("^\\s*(\\*|//|/\\*).*", "").replaceFirst("\\s//.*", "");
                    boolean japanese = JAPANESE.matcher(code).find()
                            // the source of R5's records is a fact of the data, named as the paper names itself
                            && !code.contains("SOURCE = \"資料2\"");
                    if (japanese
                            // verbatim.xhtml says why it may
                            || code.contains("escape=\"false\"") && !file.endsWith("verbatim.xhtml")
                            || code.matches(".*<ui:(include|composition|decorate)[^>]*(src|template)=\"[^\"]*#\\{.*")) {
                        faults.add(file + ":" + number + " " + line.strip());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> publicFiles() throws IOException {
        List<String> files = new ArrayList<>(Routes.ALL.stream()
                .filter(route -> route.roles().isEmpty() || route.roles().contains(tsunagu.shared.Role.SEEKER))
                .map(Route::target)
                .filter(target -> target.endsWith(".xhtml"))
                .map(target -> target.substring(1))
                .toList());
        for (String folder : List.of("WEB-INF/tags", "WEB-INF/parts", "WEB-INF/templates")) {
            try (Stream<Path> shared = Files.list(MAIN.resolve("webapp").resolve(folder))) {
                shared.filter(f -> f.toString().endsWith(".xhtml"))
                        .forEach(f -> files.add(folder + "/" + f.getFileName()));
            }
        }
        return files;
    }

    /** Whole keys in quotes; a key that is put together at run time ends with a dot and is checked by its values. */
    private static Set<String> keys(String source) {
        Set<String> keys = new TreeSet<>();
        Matcher quoted = Pattern.compile("['\"]((?:" + String.join("|", BUNDLES) + ")\\.[a-zA-Z.]+[a-zA-Z])['\"]")
                .matcher(source);
        while (quoted.find()) {
            // A style sheet has a name like one.
            if (!quoted.group(1).endsWith(".css")) {
                keys.add(quoted.group(1));
            }
        }
        return keys;
    }

    /** A letter has a subject and a body. */
    private static boolean bundleHas(String key) throws IOException {
        if (key.matches("[a-z]+[.]letter[.][a-zA-Z]+") && !key.equals("notification.letter.foot")) {
            return bundleHas(key + ".subject") && bundleHas(key + ".body");
        }
        return bundle(key.substring(0, key.indexOf('.'))).containsKey(key);
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(MAIN.resolve("resources/i18n").resolve(name + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
