package tsunagu.shared;

/**
 * 地域: a part of the city, or a place near it where people work.
 *
 * @param code as records know it, ICHINOSEKI
 * @param reading in hiragana
 * @param municipality 全国地方公共団体コード of the municipality it is (in), "" for somewhere else
 * @param inside belongs to the city
 * @param gridX column of its tile on the map, null for none
 * @param gridY row of its tile on the map, null for none
 */
public record Area(
        String code,
        String name,
        String english,
        String reading,
        String municipality,
        boolean inside,
        Integer gridX,
        Integer gridY) {

    /** @return 都道府県コード, two digits; "" for somewhere else */
    public String prefecture() {
        return municipality.isEmpty() ? "" : municipality.substring(0, 2);
    }
}
