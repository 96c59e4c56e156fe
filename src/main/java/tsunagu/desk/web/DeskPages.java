package tsunagu.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return new Desk<>(list, Asked.read(list.listing(), web.parameters()), of, mine(), texts, web);
    }

    private List<KeptView> mine() {
        if (mine == null) {
            mine = views.mine();
        }
        return mine;
    }

    /** All views the person keeps, for the start page. */
    public List<KeptView> getMine() {
        return mine();
    }

    public void keepView() {
        Desk<?> desk = of(act.record(), act.seen());
        if (errors.attempt(
                () -> views.keep(desk.getName(), act.text("viewName"), desk.getQuery()),
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
