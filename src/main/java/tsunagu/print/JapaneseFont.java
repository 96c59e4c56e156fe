package tsunagu.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.shared.DomainException;

/**
 * The font PDFs are written with: the one TSUNAGU_FONT names, or BIZ UDPGothic where the system has it (Debian:
 * fonts-morisawa-bizud-gothic). Noto Sans CJK cannot be embedded (it has no glyf table), and text written with IPAex cannot be
 * searched afterwards; so neither is taken for it.
 */
@ApplicationScoped
public class JapaneseFont {

    private static final String SETTING = "TSUNAGU_FONT";
    private static final String BOLD_SETTING = "TSUNAGU_FONT_BOLD";
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of("/Library/Fonts"));
    private static final int DEEP = 5;

    /** @throws DomainException when there is none: with the sentence that says how to get one */
    public Path regular() {
        return find(SETTING, "BIZUDPGothic-Regular.ttf").orElseThrow(() -> new DomainException("web.error.noFont"));
    }

    /** The regular one where there is no bold one. */
    public Path bold() {
        return find(BOLD_SETTING, "BIZUDPGothic-Bold.ttf").orElseGet(this::regular);
    }

    private static Optional<Path> find(String setting, String name) {
        String said = System.getenv(setting);
        if (said != null && !said.isBlank()) {
            return Optional.of(Path.of(said)).filter(Files::isReadable);
        }
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.find(folder, DEEP, (path, about) -> path.getFileName().toString().equals(name))) {
                    Optional<Path> found = files.findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (IOException unreadable) {
                    // another folder may have it
                }
            }
        }
        return Optional.empty();
    }
}
