package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of our style sheets and scripts; they change with the content, so browsers may keep them for a year. */
@Named
@ApplicationScoped
public class Assets {

    @Inject
    private ServletContext context;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public String url(String name) {
        return context.getContextPath() + "/assets/" + name + "?v=" + versions.computeIfAbsent(name, this::version);
    }

    /** A script element for pages without forms. */
    public String script(String name) {
        return "<script src=\"" + url(name) + "\" defer></script>";
    }

    private String version(String name) {
        try (InputStream in = context.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No asset " + name);
            }
            CRC32 checksum = new CRC32();
            checksum.update(in.readAllBytes());
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
