package tsunagu.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import tsunagu.shared.DomainException;

/**
 * The fonts PDFs are written with, one after the other: a letter is taken from the first that has it. The first is the one TSUNAGU_FONT names or
 * BIZ UDPGothic; the others are found where the system keeps its fonts (the Debian packages are listed in docs/operation.md).
 *
 * <p>Only outlines of the kind "glyf" can be embedded, so Noto Sans CJK (CFF outlines) cannot be one of them; IPAex is left out because text
 * written with it cannot be searched afterwards. Fonts of scripts whose letters change with their neighbours (Arabic, Devanagari …) are left out
 * too: the layout sets letter by letter, and a name set so is wrong.
 */
@ApplicationScoped
public class PrintFonts {

    private static final String SETTING = "TSUNAGU_FONT";
    private static final String BOLD_SETTING = "TSUNAGU_FONT_BOLD";
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of("/Library/Fonts"));
    private static final int DEEP = 5;

    /** Regular and bold where there is one, in the order they are asked. */
    private static final List<List<String>> CHAIN = List.of(
            List.of("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"),
            // Vietnamese and every other Latin, Cyrillic, Greek, combining marks
            List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
            // 戸籍統一文字: the kanji of Japanese names, 𠮷 among them
            List.of("ipamjm.ttf"),
            // the short forms of China
            List.of("DroidSansFallbackFull.ttf"),
            // every other kanji, extensions A to F
            List.of("HanaMinA.ttf"),
            List.of("HanaMinB.ttf"),
            // hangul
            List.of("NanumGothic.ttf", "NanumGothicBold.ttf"),
            List.of("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
            List.of("NotoSansLao-Regular.ttf", "NotoSansLao-Bold.ttf"),
            List.of("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"),
            List.of("NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"),
            List.of("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"),
            List.of("NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Bold.ttf"),
            List.of("NotoSansSymbols2-Regular.ttf"),
            List.of("NotoSansMath-Regular.ttf"),
            // pictures people write into messages
            List.of("Symbola_hint.ttf"));

    private List<Face> faces;

    /** @param letters what it can draw and a reader can copy out again */
    record Face(Path regular, Path bold, BitSet letters) {}

    /**
     * The fonts a text needs, in their order.
     *
     * @throws DomainException web.error.noFont when the server has none; web.error.noLetter with the letters that no font of the server has
     */
    List<Face> facesFor(String text) {
        List<Face> known = faces();
        if (known.isEmpty()) {
            throw new DomainException("web.error.noFont");
        }
        Set<Face> needed = new LinkedHashSet<>(List.of(known.get(0)));
        Set<Integer> missing = new LinkedHashSet<>();
        text.codePoints().filter(each -> each >= ' ').distinct().forEach(letter -> known.stream()
                .filter(each -> each.letters().get(letter))
                .findFirst()
                .ifPresentOrElse(needed::add, () -> missing.add(letter)));
        if (!missing.isEmpty()) {
            throw new DomainException(
                    "web.error.noLetter",
                    missing.stream().map(PrintFonts::named).collect(Collectors.joining(" ")));
        }
        return known.stream().filter(needed::contains).toList();
    }

    private static String named(int letter) {
        return String.format(Locale.ROOT, "%s (U+%04X)", Character.toString(letter), letter);
    }

    /** Names of the fonts that were found, in the order they are asked. */
    public List<String> found() {
        return faces().stream()
                .map(each -> each.regular().getFileName().toString())
                .toList();
    }

    /** Names of those that are looked for and are not there: their letters cannot be printed. */
    public List<String> missing() {
        List<String> found = found();
        // The first is replaced by what TSUNAGU_FONT names.
        return CHAIN.stream()
                .skip(found.isEmpty() ? 0 : 1)
                .map(each -> each.get(0))
                .filter(each -> !found.contains(each))
                .toList();
    }

    private synchronized List<Face> faces() {
        if (faces == null) {
            List<Face> found = new ArrayList<>();
            for (List<String> names : CHAIN) {
                boolean first = names == CHAIN.get(0);
                Optional<Path> regular = first ? said(SETTING).or(() -> file(names.get(0))) : file(names.get(0));
                regular.ifPresent(path -> {
                    Optional<Path> bold = first ? said(BOLD_SETTING) : Optional.empty();
                    Path thick = bold.or(() -> names.size() > 1 ? file(names.get(1)) : Optional.empty())
                            .orElse(path);
                    found.add(new Face(path, thick, letters(path)));
                });
            }
            if (found.isEmpty()) {
                // A package may be installed while the portal runs: asked again next time.
                return List.of();
            }
            faces = List.copyOf(found);
        }
        return faces;
    }

    private static BitSet letters(Path path) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(path.toFile()))) {
            CmapLookup table = font.getUnicodeCmapLookup();
            BitSet letters = new BitSet();
            for (int letter = ' '; letter <= Character.MAX_CODE_POINT; letter++) {
                int glyph = table.getGlyphId(letter);
                // What fonts keep for private use is some other sign in every font; and a glyph that two letters share
                // is read out of the file
                // as the first of them (a combining tilde as a lone one).
                if (glyph > 0
                        && Character.getType(letter) != Character.PRIVATE_USE
                        && table.getCharCodes(glyph).get(0) == letter) {
                    letters.set(letter);
                }
            }
            return letters;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path.toString(), unreadable);
        }
    }

    private static Optional<Path> said(String setting) {
        String said = System.getenv(setting);
        return said == null || said.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(said)).filter(Files::isReadable);
    }

    private static Optional<Path> file(String name) {
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.find(folder, DEEP, (path, about) -> path.getFileName()
                        .toString()
                        .equals(name))) {
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
