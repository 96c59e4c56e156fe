package tsunagu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tsunagu.shared.Letter;
import tsunagu.shared.UseCase;

/**
 * A press that writes to somebody else is asked once, with who is told what ({@code ts:sure}, {@code sure} of {@code ts:act}, a part of the
 * page that is folded open first). Which presses write is read from the code: methods of page beans from which a letter is reached, by calls
 * and by events. A new one is found here.
 */
class LetterButtonsTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    private static final Pattern METHOD = Pattern.compile("#\\{(\\w+)\\.(\\w+)(?:\\.(\\w+))?(?:\\(\\))?}");

    /**
     * Presses that need no question: a form that was filled in for nothing else than to be sent, and says so on its button; or a letter that
     * only the one who presses gets.
     */
    private static final Set<String> ASKED_BY_THEMSELVES = Set.of(
            // Only the own account hears of it: its sign-in, its address, its password, its keys.
            "pages/account/address.xhtml move",
            "pages/account/forgot.xhtml ask",
            "pages/account/own.xhtml askAddress",
            "pages/account/own.xhtml changePassword",
            "pages/account/passkeys.xhtml add",
            "pages/account/password.xhtml choose",
            "pages/account/second-factor.xhtml confirm",
            "pages/account/sign-in-code.xhtml enter",
            "pages/account/sign-in-code.xhtml withPasskey",
            "pages/account/sign-in.xhtml signIn",
            "pages/account/sign-in.xhtml withPasskey",
            "pages/account/sign-up-open.xhtml open",
            "pages/account/sign-up.xhtml ask",
            "pages/signon/own.xhtml link",
            "pages/staff/settings.xhtml press",
            // A form that is written to be sent.
            "pages/account/accounts.xhtml open",
            "pages/account/roles.xhtml askReset",
            "pages/application/apply.xhtml apply",
            "pages/company/admission.xhtml submit",
            "pages/company/members.xhtml invite",
            "pages/consultation/new.xhtml book",
            "pages/evaluation/sheet.xhtml answer",
            "pages/evaluation/sheet.xhtml comment",
            "pages/event/register.xhtml line",
            "pages/event/register.xhtml register",
            "pages/event/ticket-edit.xhtml change",
            "pages/participation/apply.xhtml apply",
            "pages/privacy/ask.xhtml ask",
            "pages/staff/registration-new.xhtml enter",
            // The own ticket: what is offered is taken, an address is shown to be the own.
            "pages/event/ticket.xhtml accept",
            "pages/event/ticket.xhtml prove",
            // A part of the page that is folded open first; its lead says who is told what.
            "pages/application/one.xhtml correctHire",
            "pages/staff/registration.xhtml change",
            "pages/staff/registration.xhtml move",
            "pages/staff/roster.xhtml move",
            // Shown as it will be written, with the number of people, before it is.
            "pages/staff/roster.xhtml look",
            "pages/staff/roster.xhtml write",
            // Shows what follows on a page of its own first.
            "WEB-INF/parts/take-down.xhtml takeDown",
            "pages/account/roles.xhtml change",
            // Asks by a tick, with the number of people, where a time or a place changed.
            "pages/staff/event-edit.xhtml save");

    /** Beginnings of the names of use cases that end something. */
    private static final Pattern ENDING = Pattern.compile(
            "(remove|delete|forget|discard|withdraw|revoke|refuse|decline|deny|turnAway|turnOff|takeBack|takeDown|takeOut|cancel|callOff|close"
                    + "|end|stop|leave|dropOut|giveUp|without|approve|reopen|settle|fail|make(Owner|Editor)|release|disable|merge)");

    private static final Set<String> ENDS_WITHOUT_A_QUESTION = Set.of(
            // Pages that ask one thing only and say what follows.
            "WEB-INF/parts/take-down.xhtml takeDown",
            "pages/staff/merge.xhtml merge",
            "pages/watch/stop.xhtml stop",
            // Own sign-ins: whoever was wrong signs in again.
            "pages/account/devices.xhtml end",
            "pages/account/devices.xhtml endOthers",
            "pages/account/devices.xhtml forget",
            // What waits for the city goes back to the desk as it is, to be sent again; a proof that was used is thrown
            // away.
            "pages/company/internship-sent.xhtml takeBack",
            "pages/company/profile.xhtml takeBack",
            "pages/company/submission.xhtml takeBack",
            "pages/account/passkeys.xhtml add",
            "pages/account/second-factor.xhtml confirm",
            // The other answer, and the other way round, stand in the same place.
            "pages/consultation/desk.xhtml kept",
            "pages/consultation/desk.xhtml missed",
            "pages/consultation/desk.xhtml withdraw",
            "pages/staff/event.xhtml withdraw",
            "pages/staff/people.xhtml mergeAll",
            // Written with it: what was done. The facts stay.
            "pages/staff/door-inbox.xhtml settle",
            // Kept again by the same press.
            "WEB-INF/tags/desk.xhtml forgetView",
            // What is removed was asked about before it was saved; a copy ends nothing.
            "pages/staff/questions.xhtml save",
            "pages/staff/event.xhtml copy");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tsunagu");

    @Test
    void a_press_that_writes_to_somebody_is_asked_once() throws Exception {
        Presses writing = presses(LetterButtonsTest::isLetter);
        assertThat(writing.atOnce()).containsExactlyElementsOf(new TreeSet<>(ASKED_BY_THEMSELVES));
        assertThat(writing.all()).as("presses that write").isGreaterThan(70);
    }

    /**
     * Which presses end, refuse or delete is read from the code, too: an entity is removed on the way, or a use case says so by its name
     * (its words are the user's).
     */
    @Test
    void a_press_that_ends_or_deletes_something_is_asked_once() throws Exception {
        Presses ending = presses(LetterButtonsTest::ends);
        assertThat(ending.atOnce()).containsExactlyElementsOf(new TreeSet<>(ENDS_WITHOUT_A_QUESTION));
        assertThat(ending.all()).as("presses that end something").isGreaterThan(30);
    }

    /** @param atOnce those without a question; all: how many there are */
    private record Presses(Set<String> atOnce, int all) {}

    private static Presses presses(Predicate<JavaCodeUnit> wanted) throws Exception {
        Map<String, JavaClass> beans = beans();
        Map<JavaCodeUnit, Boolean> known = new HashMap<>();
        Set<String> atOnce = new TreeSet<>();
        int all = 0;
        Map<Path, Document> pages = pages();
        for (Map.Entry<Path, Document> page : pages.entrySet()) {
            for (Press press : presses(page.getValue())) {
                Matcher method = METHOD.matcher(press.action());
                if (!method.matches()) {
                    continue;
                }
                String called = method.group(3) == null ? method.group(2) : method.group(3);
                boolean reached = names(page.getKey(), pages).stream()
                        .map(names -> beans.get(names.getOrDefault(method.group(1), method.group(1))))
                        .filter(Objects::nonNull)
                        .flatMap(bean -> bean.getAllMethods().stream())
                        .filter(each -> each.getName().equals(called))
                        .anyMatch(each -> reaches(each, wanted, known));
                if (reached) {
                    all++;
                    if (!press.asked()) {
                        atOnce.add(page.getKey() + " " + called);
                    }
                }
            }
        }
        return new Presses(atOnce, all);
    }

    /** @param asked inside of a question, or of a part that is folded open first */
    private record Press(String action, boolean asked) {}

    private static List<Press> presses(Document page) {
        Map<String, Boolean> acts = new HashMap<>();
        List<Press> found = new ArrayList<>();
        walk(page.getDocumentElement(), false, found, acts);
        List<Press> all = new ArrayList<>();
        for (Press each : found) {
            boolean on = each.action().startsWith("on:");
            String[] parts = each.action().split(":", 3);
            all.add(on ? new Press(parts[2], acts.getOrDefault(parts[1], true)) : each);
        }
        return all;
    }

    private static void walk(Element element, boolean asked, List<Press> found, Map<String, Boolean> acts) {
        String name = element.getTagName();
        if (name.equals("ts:on")) {
            found.add(new Press("on:" + element.getAttribute("act") + ":" + element.getAttribute("action"), false));
        } else if (name.matches("[hp]:command(Button|Link)")) {
            found.add(new Press(element.getAttribute("action"), asked));
        } else if (name.equals("ts:act")) {
            acts.merge(
                    element.getAttribute("name"),
                    asked || !element.getAttribute("sure").isEmpty(),
                    Boolean::logicalAnd);
        }
        boolean inside = asked || name.equals("ts:sure");
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child) {
                walk(child, inside, found, acts);
            }
        }
    }

    /** All pages and parts, by their place below {@link #PAGES}. */
    private static Map<Path, Document> pages() throws Exception {
        Map<Path, Document> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    pages.put(
                            PAGES.relativize(file),
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(in));
                }
            }
        }
        return pages;
    }

    /** A part of several pages calls its bean by the name that each page gives it. */
    private static List<Map<String, String>> names(Path file, Map<Path, Document> pages) {
        Map<String, String> own = names(pages.get(file));
        List<Map<String, String>> all = new ArrayList<>(List.of(own));
        for (Document page : pages.values()) {
            for (Map.Entry<String, String> way :
                    Map.of("ui:include", "src", "ui:decorate", "template").entrySet()) {
                var includes = page.getElementsByTagName(way.getKey());
                for (int i = 0; i < includes.getLength(); i++) {
                    if (((Element) includes.item(i))
                            .getAttribute(way.getValue())
                            .equals("/" + file)) {
                        Map<String, String> theirs = names(page);
                        theirs.putAll(own);
                        all.add(theirs);
                    }
                }
            }
        }
        return all;
    }

    /** What a page calls a bean: {@code <ui:param name="p" value="#{somePage}"/>}. */
    private static Map<String, String> names(Document page) {
        Map<String, String> names = new HashMap<>();
        var params = page.getElementsByTagName("ui:param");
        for (int i = 0; i < params.getLength(); i++) {
            Element param = (Element) params.item(i);
            names.put(param.getAttribute("name"), param.getAttribute("value").replaceAll("[#{}]", ""));
        }
        return names;
    }

    private static Map<String, JavaClass> beans() {
        Map<String, JavaClass> beans = new HashMap<>();
        for (JavaClass each : HOUSE) {
            if (each.isAnnotatedWith(Named.class)) {
                String given = each.getAnnotationOfType(Named.class).value();
                String simple = each.getSimpleName();
                beans.put(
                        given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given, each);
            }
        }
        return beans;
    }

    private static boolean isLetter(JavaCodeUnit called) {
        return called.getOwner().isEquivalentTo(Letter.class)
                && called.getName().matches("to(Person|Company|Account|Address)");
    }

    private static boolean ends(JavaCodeUnit called) {
        return called.isAnnotatedWith(UseCase.class)
                        && ENDING.matcher(called.getName()).lookingAt()
                || called.getCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(EntityManager.class)
                                && call.getName().equals("remove"));
    }

    /** Whether what is looked for is called on the way from this method. */
    private static boolean reaches(
            JavaCodeUnit from, Predicate<JavaCodeUnit> wanted, Map<JavaCodeUnit, Boolean> known) {
        return known.computeIfAbsent(from, start -> {
            Set<JavaCodeUnit> seen = new HashSet<>(Set.of(start));
            Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
            while (!next.isEmpty()) {
                for (JavaCodeUnit called : next(next.poll())) {
                    if (wanted.test(called)) {
                        return true;
                    }
                    if (seen.add(called)) {
                        next.add(called);
                    }
                }
            }
            return false;
        });
    }

    /** Called methods, what overrides them, and who observes what is made there to be told. */
    private static Set<JavaCodeUnit> next(JavaCodeUnit unit) {
        Set<JavaCodeUnit> all = new HashSet<>();
        for (JavaAccess<?> call : unit.getCallsFromSelf()) {
            JavaClass owner = call.getTargetOwner();
            if (!owner.getPackageName().startsWith("tsunagu")) {
                continue;
            }
            ((com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget) call.getTarget())
                    .resolveMember()
                    .ifPresent(each -> {
                        all.add(each);
                        owner.getAllSubclasses().forEach(sub -> sub.getMethods().stream()
                                .filter(method -> method.getName().equals(each.getName()))
                                .forEach(all::add));
                    });
            if (call.getTarget().getName().equals("<init>")) {
                all.addAll(OBSERVERS.getOrDefault(owner.getFullName(), Set.of()));
            }
        }
        return all;
    }

    private static final Map<String, Set<JavaCodeUnit>> OBSERVERS = observers();

    private static Map<String, Set<JavaCodeUnit>> observers() {
        Map<String, Set<JavaCodeUnit>> observers = new HashMap<>();
        for (JavaClass each : HOUSE) {
            for (JavaMethod method : each.getMethods()) {
                for (JavaParameter parameter : method.getParameters()) {
                    if (parameter.isAnnotatedWith(Observes.class)
                            && !parameter.getRawType().isEquivalentTo(Letter.class)) {
                        observers
                                .computeIfAbsent(parameter.getRawType().getFullName(), key -> new HashSet<>())
                                .add(method);
                    }
                }
            }
        }
        return observers;
    }
}
