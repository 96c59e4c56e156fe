package tsunagu.consultation;

/**
 * 相談窓口.
 *
 * @param programme whose 相談件数 it feeds; null for none
 */
public record Office(
        long id, String code, String name, String about, String place, String telephone, String programme) {

    /** What it says of itself, as it is written. */
    public OfficeForm form() {
        return new OfficeForm(about, place, telephone);
    }
}
