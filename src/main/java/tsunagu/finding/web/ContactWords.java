package tsunagu.finding.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.shared.TelephoneNumber;

/** Telephone numbers and mail addresses in a text, so that a phone can use them. */
@Named
@ApplicationScoped
public class ContactWords {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    /** @param url null for words between */
    public record Part(String text, String url) {}

    public List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Map<Integer, Part> found = new TreeMap<>();
        Matcher mail = MAIL.matcher(text);
        while (mail.find()) {
            found.put(mail.start(), new Part(mail.group(), "mailto:" + mail.group()));
        }
        TelephoneNumber.in(text)
                .forEach(each -> found.putIfAbsent(
                        each.from(), new Part(text.substring(each.from(), each.to()), "tel:" + each.dialled())));
        int at = 0;
        for (Map.Entry<Integer, Part> each : found.entrySet()) {
            if (each.getKey() < at) {
                continue;
            }
            if (each.getKey() > at) {
                parts.add(new Part(text.substring(at, each.getKey()), null));
            }
            parts.add(each.getValue());
            at = each.getKey() + each.getValue().text().length();
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), null));
        }
        return parts;
    }
}
