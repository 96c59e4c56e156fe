package tsunagu.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of codes: 日本標準産業分類 (第14回改定), 厚生労働省編職業分類 (2022), 資格 and 都道府県, which ship with the portal, and the municipality's
 * {@link Areas}.
 */
public final class Classification {

    /** 日本標準産業分類: majors A–T, middle groups "E09". */
    public static final Classification INDUSTRIES = read("/reference/industries.csv", "parent");

    /** 厚生労働省編職業分類: majors 01–15, middle groups of three digits. */
    public static final Classification OCCUPATIONS = read("/reference/occupations.csv", "parent");

    /** 資格・免許 that postings ask for; the words by which they are recognised are in the table. */
    public static final Classification LICENCES = read("/reference/licences.csv", null);

    /** 都道府県 (JIS X 0401). */
    public static final Classification PREFECTURES = read("/reference/prefectures.csv", null);

    /** The areas of the municipality, and its neighbours. */
    public static final Classification AREAS = new Classification(Areas.groups());

    /**
     * @param parent code of the group above, null at the top
     * @param nameEn English name
     */
    public record Group(String code, String parent, String name, String nameEn) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    private volatile Map<String, Group> groups;

    private Classification(List<Group> groups) {
        now(groups);
    }

    private static Classification read(String resource, String parentColumn) {
        return new Classification(ReferenceTable.read(resource).stream()
                .map(row -> new Group(
                        row.text("code"),
                        parentColumn == null ? null : row.text(parentColumn),
                        row.text("name"),
                        row.text("name_en")))
                .toList());
    }

    /** The groups from now on, in their order. */
    void now(List<Group> all) {
        Map<String, Group> byCode = new LinkedHashMap<>();
        all.forEach(each -> byCode.put(each.code(), each));
        groups = byCode;
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

    /**
     * @throws IllegalArgumentException when there is no such code; an area that another node has taken up a moment ago is called by its code until this one
     *     knows it
     */
    public Group get(String code) {
        return find(code).orElseGet(() -> {
            if (this == AREAS) {
                return new Group(code, null, code, code);
            }
            throw new IllegalArgumentException("No group " + code);
        });
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
