package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Addresses of our style sheets and scripts; they change with the content, so browsers may keep them for a year. */
@Named
@ApplicationScoped
public class Assets {

    private static final Pattern MODULE = Pattern.compile("/assets/([a-z]+)/v-([0-9a-f]+)/([a-z-]+\\.js)");

    @Inject
    private ServletContext context;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public String url(String name) {
        return context.getContextPath() + "/assets/" + name + "?v=" + versions.computeIfAbsent(name, this::version);
    }

    /**
     * A module of a folder of them. They import each other by relative addresses, which carry no version of their own; so the
     * version of all of them together is a folder in the address, and whoever begins with one version stays in it.
     */
    public String module(String folder, String name) {
        return context.getContextPath() + "/assets/" + folder + "/v-" + folderVersion(folder) + "/" + name;
    }

    /** Addresses of all modules of a folder. */
    public List<String> modules(String folder) {
        return names(folder)
                .map(path -> module(folder, path.substring(path.lastIndexOf('/') + 1)))
                .toList();
    }

    /** @return what lies behind the address of a module, of whatever version it says */
    static Optional<Module> behind(String path) {
        Matcher module = MODULE.matcher(path);
        return module.matches()
                ? Optional.of(new Module(
                        module.group(1), module.group(2), "/assets/" + module.group(1) + "/" + module.group(3)))
                : Optional.empty();
    }

    /** @param file below the portal's own path */
    record Module(String folder, String version, String file) {}

    /** False for the address of another release: what is there now may not be kept under it. */
    boolean current(Module module) {
        return names(module.folder()).findAny().isPresent()
                && folderVersion(module.folder()).equals(module.version());
    }

    /** A script element for pages without forms. */
    public String script(String name) {
        return "<script src=\"" + url(name) + "\" defer></script>";
    }

    private String version(String name) {
        CRC32 checksum = new CRC32();
        add(checksum, "/assets/" + name);
        return Long.toHexString(checksum.getValue());
    }

    private String folderVersion(String folder) {
        return versions.computeIfAbsent(folder + "/", all -> {
            CRC32 checksum = new CRC32();
            names(folder).forEach(path -> add(checksum, path));
            return Long.toHexString(checksum.getValue());
        });
    }

    private Stream<String> names(String folder) {
        Set<String> paths = context.getResourcePaths("/assets/" + folder + "/");
        return paths == null
                ? Stream.empty()
                : paths.stream().filter(path -> path.endsWith(".js")).sorted();
    }

    private void add(CRC32 checksum, String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No asset " + path);
            }
            checksum.update(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
