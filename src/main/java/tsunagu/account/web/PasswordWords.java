package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import tsunagu.account.CommonWords;
import tsunagu.shared.Words;
import tsunagu.web.Web;

/** What the page says of a password while it is typed: the words, how long it must be, and what everybody knows. */
@Named
@RequestScoped
public class PasswordWords {

    @Inject
    private Web web;

    /** For the script of forms, as JSON. */
    public String getData() {
        JsonObjectBuilder data = Json.createObjectBuilder().add("shortest", CommonWords.SHORTEST);
        for (String kind : List.of("short", "weak", "good", "strong")) {
            data.add(kind, Words.of("account.strength." + kind, web.getLocale()));
        }
        return data.add("known", Json.createArrayBuilder(CommonWords.KNOWN))
                .build()
                .toString();
    }
}
