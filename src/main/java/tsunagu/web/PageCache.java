package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;
import tsunagu.shared.CityContact;
import tsunagu.shared.Municipality;
import tsunagu.shared.Secrets;
import tsunagu.shared.Words;

/**
 * Public pages as they were last made, for visitors who are not signed in. A page is used again only while the room that
 * made it names the same state; nothing is ever older than the last committed change. Bounded by its size in memory.
 */
@ApplicationScoped
class PageCache {

    private static final long MOST_BYTES = 16L * 1024 * 1024;

    @Inject
    @Any
    private Instance<PageState> states;

    @Inject
    private CityContact.Known contact;

    private final Map<String, CachedPage> pages = new LinkedHashMap<>(64, .75f, true);
    private long bytes;
    private volatile City city;

    /** @return the name under which the page is kept, or empty when it must not be */
    Optional<String> key(HttpServletRequest request, String path) {
        for (PageState each : states) {
            Optional<String> state = each.now(path);
            if (state.isPresent()) {
                // An address may be longer than the page it names: what is kept of it is its digest.
                return Optional.of(Secrets.digest(
                        state.get() + city() + request.getRequestURI() + "?" + request.getQueryString()));
            }
        }
        return Optional.empty();
    }

    /** What of the city stands on every page, and the areas that lists and maps are made of. Put together when one of them is another. */
    private String city() {
        CityContact asked = contact.contact();
        City known = city;
        if (known == null
                || known.contact() != asked
                || known.municipality() != Words.city()
                || known.areas() != Areas.all()) {
            known = City.of(asked, Words.city(), Areas.all());
            city = known;
        }
        return known.digest();
    }

    private record City(CityContact contact, Municipality municipality, List<Area> areas, String digest) {

        static City of(CityContact contact, Municipality municipality, List<Area> areas) {
            return new City(contact, municipality, areas, Secrets.digest(contact + " " + municipality + areas));
        }
    }

    synchronized CachedPage get(String key) {
        return pages.get(key);
    }

    synchronized void put(String key, CachedPage page) {
        CachedPage before = pages.put(key, page);
        bytes += page.body().length - (before == null ? 0 : before.body().length);
        Iterator<CachedPage> eldest = pages.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().body().length;
            eldest.remove();
        }
    }
}
