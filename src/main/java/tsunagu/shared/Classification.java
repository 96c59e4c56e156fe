package tsunagu.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.ReferenceTable.Row;

/**
 * A published list of codes that ships with the portal: 日本標準産業分類 (第14回改定), 厚生労働省編職業分類 (2022), and the
 * municipality's areas.
 */
public final class Classification {

    /** 日本標準産業分類: majors A–T, middle groups "E09". */
    public static final Classification INDUSTRIES = read("/reference/industries.csv", "parent");

    /** 厚生労働省編職業分類: majors 01–15, middle groups of three digits. */
    public static final Classification OCCUPATIONS = read("/reference/occupations.csv", "parent");

    /** 資格・免許 that postings ask for; the words by which they are recognised are in the table. */
    public static final Classification LICENCES = read("/reference/licences.csv", null);

    /** The areas of the municipality, and its neighbours. */
    public static final Classification AREAS = read("/reference/areas.csv", null);

    /**
     * @param parent code of the group above, null at the top
     * @param nameEn English name
     */
    public record Group(String code, String parent, String name, String nameEn) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    private final Map<String, Group> groups = new LinkedHashMap<>();

    private static Classification read(String resource, String parentColumn) {
        Classification classification = new Classification();
        for (Row row : ReferenceTable.read(resource)) {
            String code = row.text("code");
            String parent = parentColumn == null ? null : row.text(parentColumn);
            classification.groups.put(code, new Group(code, parent, row.text("name"), row.text("name_en")));
        }
        return classification;
    }

    public Optional<Group> find(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    /** The lowest group of this name. */
    public Optional<String> codeOf(String name) {
        return groups.values().stream()
                .filter(group -> group.name().equals(name.strip()))
                .map(Group::code)
                .reduce((one, other) -> other);
    }

    /** @throws IllegalArgumentException when there is no such code */
    public Group get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No group " + code));
    }

    public boolean has(String code) {
        return groups.containsKey(code);
    }

    public List<Group> tops() {
        return groups.values().stream().filter(group -> group.parent() == null).toList();
    }

    public List<Group> below(String code) {
        return groups.values().stream()
                .filter(group -> code.equals(group.parent()))
                .toList();
    }

    /** The group itself, or the one above it. */
    public Group top(String code) {
        Group group = get(code);
        return group.parent() == null ? group : get(group.parent());
    }
}
