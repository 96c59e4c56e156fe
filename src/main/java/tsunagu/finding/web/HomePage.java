package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsunagu.finding.Catalogue;
import tsunagu.finding.EventCard;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;

/** The front page: the four doors with what is behind them now, and what is on next. */
@Named
@RequestScoped
public class HomePage {

    private static final int SHOWN = 6;

    @Inject
    private SearchService search;

    @Inject
    private Catalogue catalogue;

    private Map<Kind, SearchResult> lists;
    private List<EventCard> coming;

    public Kind[] getKinds() {
        return Kind.values();
    }

    public int total(Kind kind) {
        return lists().get(kind).total();
    }

    public List<EventCard> getComing() {
        if (coming == null) {
            coming = catalogue.events(
                    lists().get(Kind.EVENT).recordIds().stream().limit(SHOWN).toList());
        }
        return coming;
    }

    private Map<Kind, SearchResult> lists() {
        if (lists == null) {
            lists = new EnumMap<>(search.findAll(List.of(Kind.values()).stream()
                    .map(kind -> SearchQuery.parse(kind, Map.of()))
                    .toList()));
        }
        return lists;
    }
}
