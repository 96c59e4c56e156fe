package tsunagu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Style sheets hold what pages use, one declaration a line, and are all linked. */
class StyleSheetTest {

    private static final Path SHEETS = Path.of("src/main/webapp/assets");

    private static final Pattern NAME = Pattern.compile("[.#]([A-Za-z][\\w-]*)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** Names that are put together of a word and a number: {@code heat1}, {@code x0}. */
    private static final Pattern NUMBERED = Pattern.compile("[a-z]+\\d+");

    @Test
    void every_name_is_used_somewhere() throws IOException {
        Set<String> used = words();
        Set<String> unused = new TreeSet<>();
        for (Path sheet : sheets()) {
            for (String selector : selectors(text(sheet))) {
                Matcher names = NAME.matcher(selector);
                while (names.find()) {
                    String name = names.group(1);
                    // What begins with ui- is written by the component library.
                    if (!name.startsWith("ui-")
                            && !used.contains(name)
                            && !(NUMBERED.matcher(name).matches() && used.contains(name.replaceAll("\\d+$", "")))) {
                        unused.add(sheet.getFileName() + ": " + name);
                    }
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void one_declaration_stands_in_a_line() throws IOException {
        List<String> crowded = new ArrayList<>();
        for (Path sheet : sheets()) {
            for (String line : text(sheet).lines().toList()) {
                if (line.replaceAll("\"[^\"]*\"|url\\([^)]*\\)", "")
                                .chars()
                                .filter(each -> each == ';')
                                .count()
                        > 1) {
                    crowded.add(sheet.getFileName() + ": " + line.strip());
                }
            }
        }
        assertThat(crowded).isEmpty();
    }

    /** The head of every page is the one place that links sheets. */
    @Test
    void a_sheet_that_no_page_links_is_not_kept() throws IOException {
        String linked = Files.readString(Path.of("src/main/webapp/WEB-INF/parts/head.xhtml"));
        for (Path sheet : sheets()) {
            assertThat(linked).contains("'" + sheet.getFileName() + "'");
        }
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(SHEETS)) {
            return files.filter(each -> each.toString().endsWith(".css"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path sheet) throws IOException {
        return COMMENT.matcher(Files.readString(sheet)).replaceAll("");
    }

    /** What stands before each brace, without what is only a condition. */
    private static List<String> selectors(String sheet) {
        List<String> found = new ArrayList<>();
        Matcher before = Pattern.compile("([^{};]+)\\{").matcher(sheet);
        while (before.find()) {
            String selector = before.group(1).strip();
            if (!selector.startsWith("@")) {
                found.add(selector);
            }
        }
        return found;
    }

    /** Of pages, scripts and code: a name may be put together anywhere, but its word stands somewhere. */
    private static Set<String> words() throws IOException {
        Set<String> words = new HashSet<>();
        Pattern word = Pattern.compile("[A-Za-z][\\w-]*");
        for (String folder : List.of("src/main/webapp", "src/main/java", "src/main/resources/web")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(xhtml|js|java|html)"))
                        .toList()) {
                    Matcher each = word.matcher(Files.readString(file));
                    while (each.find()) {
                        words.add(each.group());
                        words.add(each.group().replaceAll("-+$", ""));
                    }
                }
            }
        }
        return words;
    }
}
