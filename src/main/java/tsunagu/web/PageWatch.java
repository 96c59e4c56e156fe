package tsunagu.web;

/** A room that wants to know how often its public pages are opened; never by whom. */
public interface PageWatch {

    /** @param pattern of the route, "/jobs/{job}" @param path as asked for */
    void opened(String pattern, String path);
}
