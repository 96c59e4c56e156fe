package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Addresses that open a date in somebody's own calendar on the web, with what everybody may read: title, time, place and the public page. They are only
 * followed by who presses them; nothing is asked of those services for the page itself.
 */
@Named
@RequestScoped
public class CalendarLinks {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Inject
    private PublicAddress address;

    /** @param path of the public page */
    public String google(String title, Instant begins, Instant ends, String place, String path) {
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + coded(title) + "&dates="
                + BASIC.format(begins) + "/" + BASIC.format(ends) + "&location=" + coded(place) + "&details="
                + coded(address.of(path));
    }

    /** @param path of the public page */
    public String outlook(String title, Instant begins, Instant ends, String place, String path) {
        return "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&subject="
                + coded(title) + "&startdt=" + coded(begins.toString()) + "&enddt=" + coded(ends.toString())
                + "&location=" + coded(place) + "&body=" + coded(address.of(path));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
