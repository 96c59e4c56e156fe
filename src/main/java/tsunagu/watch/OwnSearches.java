package tsunagu.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;

/** Saved searches and followed companies; no company knows of them. */
@ApplicationScoped
class OwnSearches implements PersonalData {

    @Inject
    private WatchService watches;

    @Inject
    private WatchRepository repository;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String section() {
        return "searches";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        List<Map<String, String>> rows = new ArrayList<>();
        watches.searches().forEach(each -> {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("title", each.name());
            row.put("address", each.path());
            row.put("state", Words.of("watch.rhythm." + each.rhythm(), language));
            rows.add(row);
        });
        watches.followed().forEach(each -> rows.add(Map.of("company", each.name())));
        return rows;
    }

    @Override
    public void forget() {
        repository.forget(currentActor.get().personId());
    }
}
