package tsunagu.privacy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalRegister;
import tsunagu.shared.Words;

/** 個人情報ファイル簿 in words, as page, table and print show it (個人情報保護法 75条1項 and its 施行令 for what has to be in it). */
final class PrintedRegister {

    /** @param where table and columns, and whether they are encrypted */
    public record Item(String name, String readers, String keep, String where) {}

    /** @param facts what the law asks for, by its name */
    public record File(String name, Map<String, String> facts, List<Item> items) {}

    private PrintedRegister() {}

    static List<File> files() {
        return PersonalRegister.all().stream().map(PrintedRegister::file).toList();
    }

    private static File file(PersonalFile file) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Words.japanese("privacy.fact.purpose"), Words.japanese("privacy.purpose." + file.name()));
        facts.put(Words.japanese("privacy.fact.ground"), Words.japanese("privacy.ground." + file.ground()));
        facts.put(
                Words.japanese("privacy.fact.items"),
                file.items().stream()
                        .map(each -> Words.japanese("privacy.item." + each.name()))
                        .distinct()
                        .collect(Collectors.joining(Words.japanese("privacy.comma"))));
        facts.put(Words.japanese("privacy.fact.whose"), Words.japanese("privacy.whose." + file.name()));
        facts.put(Words.japanese("privacy.fact.from"), Words.japanese("privacy.from." + file.name()));
        facts.put(Words.japanese("privacy.fact.readers"), readers(file.allReaders()));
        facts.put(
                Words.japanese("privacy.fact.keep"),
                file.items().stream()
                        .map(each -> KeepWords.of(each.keep()))
                        .distinct()
                        .collect(Collectors.joining(Words.japanese("privacy.stop"))));
        return new File(
                Words.japanese("privacy.file." + file.name()),
                facts,
                file.items().stream()
                        .map(each -> new Item(
                                Words.japanese("privacy.item." + each.name()),
                                readers(each.readers()),
                                KeepWords.of(each.keep()),
                                each.table() + " (" + String.join(", ", each.columns()) + ")"
                                        + (each.sealed() ? Words.japanese("privacy.sealed") : "")))
                        .toList());
    }

    private static String readers(Set<PersonalFile.Reader> who) {
        return who.isEmpty()
                ? Words.japanese("privacy.reader.nobody")
                : new TreeSet<>(who)
                        .stream()
                                .map(each -> Words.japanese("privacy.reader." + each))
                                .collect(Collectors.joining(Words.japanese("privacy.comma")));
    }
}
