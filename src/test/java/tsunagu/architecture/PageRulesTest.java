package tsunagu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tsunagu.shared.Role;
import tsunagu.web.Routes;

/**
 * Rules for pages, shown to bite. A list is read anew when its form comes back: a component inside of it acts on whoever stands
 * at that place by then, so does a method with a row as its argument, and what was typed lands in whatever stands there. Rows are
 * named by {@code ts:act}, what is typed beside them by {@code ts:actText} (see RowAct).
 */
class PageRulesTest {

    private static final int LONGEST_LINE = 140;

    private static final Path PAGES = Path.of("src/main/webapp");

    /** A call with something in its brackets. */
    private static final Pattern ARGUMENT = Pattern.compile("\\([^()\\s]");

    private static final Pattern LIST =
            Pattern.compile("ui:repeat|ts:each|c:forEach|h:dataTable|p:(dataTable|dataList|dataGrid|repeat|dataView)");

    private static final Pattern COMMAND =
            Pattern.compile("(h|p):command(Button|Link|Script)|p:menuitem|p:ajax|f:ajax");

    /** A component that takes what was typed, and tags of ours with such a component inside. */
    private static final Pattern INPUT =
            Pattern.compile("(h|p):(input|select)\\w+|ts:(typed|typedProse|companions|tableField)");

    /**
     * Lists with input components that are the same list when the form comes back: page and value of the innermost list. A list that
     * is read from the database does not belong here; its inputs carry their record in their names (ts:actText, ts:actField).
     */
    private static final Set<String> SAME_LIST = Set.of(
            // Held in the view: rows are added, moved and removed only by the form itself.
            "pages/staff/event-edit.xhtml #{eventEditPage.sessions}",
            "pages/staff/questions.xhtml #{questionsPage.questions}",
            "WEB-INF/parts/sheet-edit.xhtml #{page.warnings}",
            // Fixed by the program, in a fixed order: roles, grounds, papers, parts of a sheet, places 1 to n, years,
            // certificates.
            "pages/staff/event-edit.xhtml #{eventEditPage.limitRoles}",
            "WEB-INF/parts/sheet-edit.xhtml #{s.items()}",
            "pages/company/admission.xhtml #{admissionPage.allGrounds}",
            "pages/company/profile.xhtml #{p.placeRows}",
            "pages/company/profile.xhtml #{p.hourRows}",
            "pages/company/profile.xhtml #{p.years}",
            "pages/company/profile.xhtml #{p.featureList}",
            "pages/company/profile.xhtml #{p.certificateList}",
            "pages/evaluation/edit.xhtml #{page.papers}",
            "pages/meeting/wish.xhtml #{p.places}");

    /** Roles whose places are desks. */
    private static final Set<Role> DESKS = Set.of(
            Role.STAFF,
            Role.COMPANY,
            Role.PARTNER,
            Role.ADMINISTRATOR,
            Role.MANAGER,
            Role.COMMITTEE,
            Role.DOOR,
            Role.AUDITOR);

    /**
     * Rows of desks that are no lists, each with why: parts of one record, a sheet or a form, which do not grow with the years or the city. What
     * does is built by the kit ({@code ts:desk}, decision 0038), without exception.
     */
    private static final Map<String, String> NO_LISTS = Map.ofEntries(
            Map.entry("company/job-import.xhtml", "the preview of one table that is handed in"),
            Map.entry("company/choose.xhtml", "the few companies one person acts for, to choose from"),
            Map.entry("company/profile.xhtml", "fields of one company's page"),
            Map.entry("company/statistics.xhtml", "months of one year"),
            Map.entry("evaluation/sheet.xhtml", "figures, grades and history of one sheet"),
            Map.entry("evaluation/texts.xhtml", "the preview of one table that is handed in"),
            Map.entry("finding/event.xhtml", "the public page of one event, looked at before it is public"),
            Map.entry(
                    "meeting/table.xhtml",
                    "one form: beside each applicant stands a field for the place, and all are sent as one order"),
            Map.entry("paper/printed.xhtml", "a sheet that is printed and ticked by hand"),
            Map.entry("plan/book.xhtml", "the preview of one workbook"),
            Map.entry(
                    "scout/desk.xhtml",
                    "ten candidates of one answer, drawn by lot: to sort or to filter them would tell who they are"),
            Map.entry("staff/attendance-import.xhtml", "the preview of one table that is handed in"),
            Map.entry("staff/company-import.xhtml", "the preview of one table that is handed in"),
            Map.entry("staff/definition.xhtml", "fields of one definition"),
            Map.entry("staff/door-inbox.xhtml", "the telephones at one session's door, on its day"),
            Map.entry("staff/event-report.xhtml", "one report that is printed"),
            Map.entry("staff/event.xhtml", "sessions, files and papers of one event, each with forms of its own"),
            Map.entry("staff/exhibitors-table.xhtml", "the preview of one table that is handed in"),
            Map.entry("staff/head-counts.xhtml", "one form: the roles of one session"),
            Map.entry("staff/paper.xhtml", "one form: a sheet of paper is copied from top to bottom and sent as one"),
            Map.entry(
                    "staff/review-company.xhtml",
                    "the few companies that may be the one that asks, as a choice within one decision"),
            Map.entry("staff/state.xhtml", "the state of one installation"),
            Map.entry("staff/year.xhtml", "steps of one year"),
            Map.entry("support/monthly.xhtml", "the twelve months of one year, a matrix of months and kinds"));

    @Test
    void lists_of_the_desks_are_built_by_the_kit() throws Exception {
        Set<String> byHand = new TreeSet<>();
        Set<String> pages = new TreeSet<>();
        Routes.ALL.stream()
                .filter(route -> route.roles().stream().anyMatch(DESKS::contains)
                        && route.target().endsWith(".xhtml"))
                .forEach(route -> pages.add(route.target().substring(1)));
        pages((name, page) -> {
            if (pages.contains(name) && repeats(page.getDocumentElement(), false)) {
                byHand.add(name.substring("pages/".length()));
            }
        });
        assertThat(pages).hasSizeGreaterThan(50);
        assertThat(byHand).as("lists written by hand").containsExactlyElementsOf(new TreeSet<>(NO_LISTS.keySet()));
        assertThat(NO_LISTS.values()).allMatch(why -> why.length() > 15);
        assertThat(repeats(
                        page("<table><tbody><ui:repeat><tr/></ui:repeat></tbody></table>")
                                .getDocumentElement(),
                        false))
                .isTrue();
        assertThat(repeats(
                        page("<ul class='line-list'><ui:repeat><li/></ui:repeat></ul>")
                                .getDocumentElement(),
                        false))
                .isTrue();
        assertThat(repeats(page("<p:dataTable/>").getDocumentElement(), false)).isTrue();
        assertThat(repeats(
                        page("<ts:desk name='x'/><ul><ui:repeat><li/></ui:repeat></ul>")
                                .getDocumentElement(),
                        false))
                .isFalse();
    }

    /** Lines of a table, or of a list of records, one for each of something; or PrimeFaces' table past the kit. */
    private static boolean repeats(Element element, boolean inList) {
        String name = element.getTagName();
        if (name.equals("p:dataTable")
                || inList && Set.of("ui:repeat", "ts:each").contains(name)) {
            return true;
        }
        boolean list =
                inList || name.equals("tbody") || element.getAttribute("class").contains("line-list");
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child && repeats(child, list)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void an_act_names_its_record_and_never_a_row() throws Exception {
        List<String> wrong = new ArrayList<>();
        pages((name, page) -> faults(page).forEach(each -> wrong.add(name + ": " + each)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_typed_belongs_to_a_record_and_never_to_a_row() throws Exception {
        Set<String> lists = new TreeSet<>();
        pages((name, page) -> inputs(page).forEach(each -> lists.add(name + " " + each)));
        assertThat(lists).as("lists with inputs").containsExactlyElementsOf(new TreeSet<>(SAME_LIST));
    }

    @Test
    void the_rule_bites() throws Exception {
        assertThat(faults(page("<h:commandButton action=\"#{p.remove(row.id())}\"/>")))
                .hasSize(1);
        assertThat(faults(page("<h:commandLink actionListener=\"#{p.remove(row)}\"/>")))
                .hasSize(1);
        assertThat(faults(page("<ts:on action=\"#{p.turn(true)}\"/>"))).hasSize(1);
        assertThat(faults(page("<ui:repeat><li><h:commandButton action=\"#{p.remove}\"/></li></ui:repeat>")))
                .hasSize(1);
        assertThat(faults(page(
                        "<p:dataTable><p:column><p:commandLink action=\"#{p.remove}\"/></p:column></p:dataTable>")))
                .hasSize(1);
        assertThat(faults(page("<ts:on action=\"#{p.remove}\"/><ui:repeat><button name=\"act\"/></ui:repeat>")))
                .isEmpty();
        assertThat(faults(page("<form action=\"#{web.url('/jobs')}\"/>"))).isEmpty();
        assertThat(inputs(page("<ui:repeat value=\"#{p.rows}\"><li><h:inputText/><ts:typed/></li></ui:repeat>")))
                .containsOnly("#{p.rows}");
        assertThat(
                        inputs(
                                page(
                                        "<ui:repeat value=\"#{p.rows}\"><ui:repeat value=\"#{p.roles}\"><h:selectOneMenu/></ui:repeat></ui:repeat>")))
                .containsExactly("#{p.roles}");
        assertThat(inputs(page("<h:inputText/><ui:repeat value=\"#{p.rows}\"><ts:actText/><input/></ui:repeat>")))
                .isEmpty();
    }

    /** ui:repeat keeps the state of fields at every entry, which costs; ts:each shows, and would lose what is typed. */
    @Test
    void fields_are_repeated_by_one_tag_and_what_is_only_shown_by_the_other() throws Exception {
        List<String> wrong = new ArrayList<>();
        pages((name, page) -> repeated(page, name, wrong));
        assertThat(wrong).isEmpty();
        List<String> bad = new ArrayList<>();
        repeated(page("<ts:each value='a'><p><h:inputText/></p></ts:each>"), "", bad);
        repeated(page("<ui:repeat value='b'><p><a href='#'/></p></ui:repeat>"), "", bad);
        repeated(page("<ui:repeat value='c'><p><h:inputText/></p></ui:repeat>"), "", bad);
        repeated(page("<ts:each value='d'><ts:act value='x'/></ts:each>"), "", bad);
        assertThat(bad).containsExactly(" ts:each a", " ui:repeat b");
    }

    private static void repeated(Document page, String name, List<String> wrong) {
        for (String tag : List.of("ts:each", "ui:repeat")) {
            NodeList found = page.getElementsByTagName(tag);
            for (int i = 0; i < found.getLength(); i++) {
                Element each = (Element) found.item(i);
                List<String> inside = names(each);
                boolean component = inside.stream().anyMatch(inner -> inner.matches("(h|p|f):.*"));
                // a tag of ours, or another page, may have fields in it
                boolean unknown = inside.stream().anyMatch(inner -> inner.matches("ts:(?!each).*|ui:(include|insert)"));
                if (tag.equals("ts:each") ? component : !component && !unknown) {
                    wrong.add(name + " " + tag + " " + each.getAttribute("value"));
                }
            }
        }
    }

    private static List<String> names(Element element) {
        NodeList all = element.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getNodeName())
                .toList();
    }

    private static void pages(BiConsumer<String, Document> look) throws Exception {
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    look.accept(PAGES.relativize(file).toString(), document(in));
                }
            }
        }
    }

    /** Innermost lists that have an input component in them. */
    private static List<String> inputs(Document page) {
        List<String> found = new ArrayList<>();
        inputs(page.getDocumentElement(), null, found);
        return found;
    }

    private static void inputs(Element element, String list, List<String> found) {
        if (list != null && INPUT.matcher(element.getNodeName()).matches()) {
            found.add(list);
        }
        String inside = LIST.matcher(element.getNodeName()).matches() ? element.getAttribute("value") : list;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                inputs(inner, inside, found);
            }
        }
    }

    private static List<String> faults(Document page) {
        List<String> found = new ArrayList<>();
        walk(page.getDocumentElement(), false, found);
        return found;
    }

    private static void walk(Element element, boolean inList, List<String> found) {
        String name = element.getNodeName();
        if (inList && COMMAND.matcher(name).matches()) {
            found.add(name + " in a list");
        }
        // An HTML form's action is an address; everything with a prefix is a component.
        for (String attribute :
                name.contains(":") ? List.of("action", "actionListener", "listener") : List.<String>of()) {
            if (ARGUMENT.matcher(element.getAttribute(attribute)).find()) {
                found.add(name + " " + attribute + "=" + element.getAttribute(attribute));
            }
        }
        boolean list = inList || LIST.matcher(name).matches();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, list, found);
            }
        }
    }

    private static Document page(String content) throws Exception {
        return document(new ByteArrayInputStream(("<x>" + content + "</x>").getBytes(StandardCharsets.UTF_8)));
    }

    private static Document document(InputStream in) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }

    /** Pages that ask one thing only, with a reason, and say what follows: they are the question. */
    private static final Set<String> THE_QUESTION_ITSELF = Set.of("take-down.xhtml", "merge.xhtml");

    @Test
    void what_cannot_be_taken_back_is_asked_once() throws Exception {
        List<String> atOnce = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                if (!THE_QUESTION_ITSELF.contains(file.getFileName().toString())
                        && !file.toString().contains("/tags/")) {
                    dangerous(
                            document(Files.newInputStream(file)).getDocumentElement(),
                            false,
                            file.getFileName() + ": ",
                            atOnce);
                }
            }
        }
        assertThat(atOnce).isEmpty();
        List<String> bad = new ArrayList<>();
        String page =
                "<p><ts:act xmlns:ts='tsunagu' style='danger' value='gone'/><ts:sure xmlns:ts='tsunagu'><b class='button danger'/></ts:sure>"
                        + "<details><h:commandButton styleClass='button danger' value='folded'/></details></p>";
        dangerous(page(page).getDocumentElement(), false, "", bad);
        assertThat(bad).containsExactly("gone", "folded");
    }

    private static void dangerous(Element element, boolean asked, String where, List<String> atOnce) {
        String look = element.getAttribute("style") + " " + element.getAttribute("styleClass") + " "
                + element.getAttribute("class");
        boolean button = element.getTagName().matches("h:command.*|ts:act|button");
        if (button
                && look.contains("danger")
                && !asked
                && element.getAttribute("sure").isEmpty()) {
            atOnce.add(where + element.getAttribute("value"));
        }
        // A part that is folded together by hand may hold anything; the question says what follows.
        boolean inside = asked || element.getTagName().equals("ts:sure");
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child) {
                dangerous(child, inside, where, atOnce);
            }
        }
    }

    /** A page is read by people: no line is longer than a screen. */
    @Test
    void lines_are_read_without_scrolling_sideways() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.length() > LONGEST_LINE)
                        .forEach(line -> tooLong.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** What is open to the end of a day ends on that day: {@code dates.until}, which never says 0:00 of the next. */
    @Test
    void an_end_is_said_as_people_say_it() throws IOException {
        Pattern end = Pattern.compile(
                "dates\\.(momentShort|dayAndTime|moment)\\([\\w.()]*([uU]ntil|[cC]loses|[eE]xpires|[dD]eadline|[lL]apses)\\w*\\(\\)\\)");
        assertThat(end.matcher("#{dates.dayAndTime(s.intake().closesAt())}").find())
                .isTrue();
        assertThat(end.matcher("#{dates.until(s.intake().closesAt())} #{dates.dayAndTime(x.startsAt())}")
                        .find())
                .isFalse();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                end.matcher(Files.readString(file))
                        .results()
                        .forEach(each -> wrong.add(file.getFileName() + ": " + each.group()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A text takes three values at most: with a fourth a page is a 500, and nothing says so before somebody opens it. */
    @Test
    void texts_are_given_as_many_values_as_they_can_take() throws IOException {
        assertThat(values("#{t.of('a', x.y(1, 2), 'b, c', d)}")).containsExactly(3);
        List<String> tooMany = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                values(Files.readString(file)).stream()
                        .filter(each -> each > 3)
                        .forEach(each -> tooMany.add(file.getFileName() + ": " + each));
            }
        }
        assertThat(tooMany).isEmpty();
    }

    /** How many values each {@code t.of(key, …)} of a page is given. */
    private static List<Integer> values(String page) {
        List<Integer> counts = new ArrayList<>();
        for (int at = page.indexOf("t.of("); at >= 0; at = page.indexOf("t.of(", at + 1)) {
            int depth = 0;
            int commas = 0;
            boolean quoted = false;
            for (int i = at + "t.of".length(); i < page.length(); i++) {
                char sign = page.charAt(i);
                if (sign == '\'') {
                    quoted = !quoted;
                } else if (!quoted && (sign == '(' || sign == '[')) {
                    depth++;
                } else if (!quoted && (sign == ')' || sign == ']')) {
                    depth--;
                    if (depth == 0) {
                        break;
                    }
                } else if (!quoted && sign == ',' && depth == 1) {
                    commas++;
                }
            }
            counts.add(commas);
        }
        return counts;
    }
}
