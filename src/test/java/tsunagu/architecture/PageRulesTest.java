package tsunagu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Rules for pages, shown to bite. A list is read anew when its form comes back: a component inside of it acts on whoever stands
 * at that place by then, and so does a method with a row as its argument. Rows are named by {@code ts:act} (see RowAct).
 */
class PageRulesTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    /** A call with something in its brackets. */
    private static final Pattern ARGUMENT = Pattern.compile("\\([^()\\s]");

    private static final Pattern LIST = Pattern.compile("ui:repeat|c:forEach|h:dataTable|p:(dataTable|dataList|dataGrid|repeat|dataView)");

    private static final Pattern COMMAND = Pattern.compile("(h|p):command(Button|Link|Script)|p:menuitem|p:ajax|f:ajax");

    @Test
    void an_act_names_its_record_and_never_a_row() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".xhtml")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    faults(document(in)).forEach(each -> wrong.add(PAGES.relativize(file) + ": " + each));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_rule_bites() throws Exception {
        assertThat(faults(page("<h:commandButton action=\"#{p.remove(row.id())}\"/>"))).hasSize(1);
        assertThat(faults(page("<h:commandLink actionListener=\"#{p.remove(row)}\"/>"))).hasSize(1);
        assertThat(faults(page("<ts:on action=\"#{p.turn(true)}\"/>"))).hasSize(1);
        assertThat(faults(page("<ui:repeat><li><h:commandButton action=\"#{p.remove}\"/></li></ui:repeat>"))).hasSize(1);
        assertThat(faults(page("<p:dataTable><p:column><p:commandLink action=\"#{p.remove}\"/></p:column></p:dataTable>"))).hasSize(1);
        assertThat(faults(page("<ts:on action=\"#{p.remove}\"/><ui:repeat><button name=\"act\"/></ui:repeat>"))).isEmpty();
        assertThat(faults(page("<form action=\"#{web.url('/jobs')}\"/>"))).isEmpty();
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
        for (String attribute : name.contains(":") ? List.of("action", "actionListener", "listener") : List.<String>of()) {
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
}
