package tsunagu.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.desk.Asked;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskViewService;
import tsunagu.desk.KeptView;
import tsunagu.shared.NotFoundException;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The lists of a page, by name, each read once. In pages: {@code #{desks}}. */
@Named("desks")
@RequestScoped
public class DeskPages {

    @Inject
    @Any
    private Instance<DeskList<?>> lists;

    @Inject
    private DeskViewService views;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private final Map<String, Desk<?>> made = new HashMap<>();
    private List<KeptView> mine;

    /** @throws NotFoundException when no room has a list of this name */
    DeskList<?> list(String name) {
        return lists.stream()
                .filter(each -> each.listing().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("list " + name));
    }

    /** A list that belongs to nothing. */
    public Desk<?> of(String name) {
        return of(name, "");
    }

    /** @param of what the whole list belongs to, a session's number, say */
    public Desk<?> of(String name, String of) {
        return made.computeIfAbsent(name + " " + of, key -> made(list(name), of));
    }

    private <R> Desk<R> made(DeskList<R> list, String of) {
        String name = list.listing().name();
        Map<String, String[]> address = web.inAddress();
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        list.keeps().forEach(each -> first(address, each).ifPresent(value -> kept.add(Map.entry(each, value))));
        if (list.beside()) {
            kept.add(Map.entry("list", name));
        }
        boolean board = !list.board().isEmpty()
                && first(address, "view").filter(Desk.BOARD::equals).isPresent();
        if (board) {
            kept.add(Map.entry("view", Desk.BOARD));
        }
        boolean asked = first(address, "list").map(name::equals).orElse(!list.beside());
        Asked what = asked ? Asked.read(list.listing(), address) : Asked.nothing();
        return new Desk<>(list, board ? what.whole() : what, of, kept, mine(), texts, web);
    }

    private static Optional<String> first(Map<String, String[]> address, String name) {
        return Stream.of(address.getOrDefault(name, new String[0]))
                .filter(each -> !each.isBlank())
                .findFirst();
    }

    private List<KeptView> mine() {
        if (mine == null) {
            mine = views.mine();
        }
        return mine;
    }

    /** A kept view as the start page names it. @param list as the list is called @param madeAt where another one has the same two names; null */
    public record Mine(String name, String list, String address, Instant madeAt) {}

    /** All views the person keeps, for the start page. */
    public List<Mine> getMine() {
        return mine().stream()
                .flatMap(each -> lists.stream()
                        .filter(list -> list.listing().name().equals(each.list()))
                        .map(list -> new Mine(
                                each.name(),
                                texts.of(list.listing().texts() + "title"),
                                web.url(each.path()) + "?" + each.query(),
                                mine().stream().anyMatch(each::looksLike) ? each.madeAt() : null)))
                .toList();
    }

    public void keepView() {
        Desk<?> desk = of(act.record(), act.seen());
        if (errors.attempt(
                () -> views.keep(desk.getName(), act.text("viewName"), web.getPath(), desk.getQuery()),
                Map.of("desk.error.viewName", "viewName-" + desk.getName()))) {
            web.go(desk.after("view-kept"));
        }
    }

    public void forgetView() {
        String back = of(act.seen()).after("view-gone");
        if (errors.attempt(() -> views.forget(act.number()))) {
            web.go(back);
        }
    }
}
