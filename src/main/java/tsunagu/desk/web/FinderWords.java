package tsunagu.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.web.Texts;

/** What fields that offer choices say while somebody types; on the desks only. */
@Named
@RequestScoped
public class FinderWords {

    @Inject
    private Texts texts;

    public String of(String word) {
        return texts.of("desk.finder." + word);
    }
}
