package tsunagu.searchword.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tsunagu.searchword.SameWords;
import tsunagu.searchword.SearchWordService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Staff see what people look for and do not find, and say what it means. */
@Named
@RequestScoped
public class SearchWordPage {

    private static final String HERE = "/staff/search-words";

    @Inject
    private SearchWordService words;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private String typed = "";

    /** What was typed, or the word whose link was followed. */
    public String getWords() {
        return typed.isEmpty() ? web.parameter("word").orElse("") : typed;
    }

    public void setWords(String words) {
        typed = words;
    }

    /** The form with this word in it. */
    public String url(String word) {
        return web.url(HERE) + "?word=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    public void add() {
        if (errors.attempt(() -> words.add(new SameWords(typed.strip())), Map.of("searchword.error.words", "words"))) {
            web.go(web.url(HERE) + "?done=added");
        }
    }

    public void remove() {
        if (errors.attempt(() -> words.remove(act.number()))) {
            web.go(web.url(HERE) + "?done=removed");
        }
    }
}
