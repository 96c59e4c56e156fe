package tsunagu.watch;

import java.time.Instant;
import tsunagu.search.Kind;

/**
 * 保存した検索
 *
 * @param address of the list with its conditions, from its question mark on; "" for the whole list
 * @param found how many new things it found lately
 */
public record SavedSearch(
        long id, Kind kind, String address, String name, Rhythm rhythm, Instant createdAt, long found) {

    /** "/jobs?area=SENMAYA" */
    public String path() {
        return "/" + kind.path() + address;
    }
}
