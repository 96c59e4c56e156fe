package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.event.EventCatalogue;
import tsunagu.event.SessionView;

/** The front page: what is on next. */
@Named
@RequestScoped
public class HomePage {

    private static final int SHOWN = 6;

    @Inject
    private EventCatalogue catalogue;

    private List<SessionView> coming;

    public List<SessionView> getComing() {
        if (coming == null) {
            coming = catalogue.coming().stream().limit(SHOWN).toList();
        }
        return coming;
    }
}
