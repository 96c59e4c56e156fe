package tsunagu.shared;

import java.time.Instant;
import java.util.List;

/** Dates of the person who acts, from every room that has some: their page and their calendar collect them. */
public interface OwnDates {

    List<Entry> dates();

    /**
     * One date.
     *
     * @param uid the same for the life of the record, and no secret
     * @param kind last part of the text key "seeker.kind."
     * @param place "" where there is none to tell
     * @param path page of the portal
     * @param holds false when it was called off or given back
     * @param sequence rises when day, time or place change (RFC 5545)
     */
    record Entry(
            String uid,
            String kind,
            Instant begins,
            Instant ends,
            String title,
            String place,
            String path,
            boolean holds,
            int sequence) {

        /** Of what is never moved. */
        public Entry(
                String uid,
                String kind,
                Instant begins,
                Instant ends,
                String title,
                String place,
                String path,
                boolean holds) {
            this(uid, kind, begins, ends, title, place, path, holds, 0);
        }
    }
}
