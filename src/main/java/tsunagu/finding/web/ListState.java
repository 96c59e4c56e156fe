package tsunagu.finding.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.search.SearchService;
import tsunagu.web.PageState;

/**
 * Lists of companies, jobs and internships and pages of jobs and internships change only with the search tables and with
 * what is open. Events show seats left, companies show their events: those are made every time.
 */
@ApplicationScoped
class ListState implements PageState {

    private static final Pattern PATHS = Pattern.compile("/companies|/(jobs|internships)(/[a-z0-9]+)?");

    @Inject
    private SearchService search;

    @Override
    public Optional<String> now(String path) {
        return PATHS.matcher(path).matches() ? Optional.of(search.state()) : Optional.empty();
    }
}
