package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.ActsFor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Addresses of companies' records and forms, where somebody acts for several companies (decision 0047). */
@ApplicationScoped
@Transactional
public class CompanyPages {

    /** Where one of the companies is chosen (room company): there nothing is done for any of them. */
    static final String CHOICE = "/company/choose";

    @Inject
    private Instance<ActsFor> actsFor;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Sql sql;

    /**
     * A page that is not there for the company the actor acts for, and is there for another of theirs: where that one is chosen.
     *
     * @return empty where it is nobody's of theirs, and for what is their present company's
     */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<String> choice(Route route, RoutedRequest asked) {
        List<String> segments = List.of(route.pattern().split("/"));
        Optional<String> part = segments.stream()
                .filter(each -> each.startsWith("{"))
                .map(each -> each.substring(1, each.length() - 1))
                .reduce((before, last) -> last);
        if (route.company().isEmpty() || part.isEmpty()) {
            return Optional.empty();
        }
        List<Long> whose =
                sql.of(route.company()).with("code", asked.value(part.get())).list(Long.class);
        ActsFor theirs = actsFor.get();
        if (theirs.company().filter(whose::contains).isPresent()) {
            return Optional.empty();
        }
        return theirs.companies().stream()
                .filter(whose::contains)
                .findFirst()
                .map(each -> asked.url(CHOICE) + "?of=" + each + "&next="
                        + URLEncoder.encode(asked.path(), StandardCharsets.UTF_8));
    }

    /** A form that was opened for a company the actor has left meanwhile, or that was merged, is done for no other one. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public boolean left() {
        CurrentActor.Acting said = currentActor.acting();
        return said.stated() && !actsFor.get().companies().contains(said.company());
    }
}
