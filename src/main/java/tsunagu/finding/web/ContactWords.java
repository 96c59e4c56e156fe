package tsunagu.finding.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers and mail addresses in a text, so that a phone can use them. */
@Named
@ApplicationScoped
public class ContactWords {

    private static final Pattern CONTACT =
            Pattern.compile("(?<tel>0\\d{1,4}-\\d{1,4}-\\d{3,4})|(?<mail>[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,})");

    /** @param url null for words between */
    public record Part(String text, String url) {}

    public List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher contact = CONTACT.matcher(text);
        int at = 0;
        while (contact.find()) {
            if (contact.start() > at) {
                parts.add(new Part(text.substring(at, contact.start()), null));
            }
            String scheme = contact.group("tel") != null ? "tel:" : "mailto:";
            parts.add(new Part(contact.group(), scheme + contact.group()));
            at = contact.end();
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), null));
        }
        return parts;
    }
}
