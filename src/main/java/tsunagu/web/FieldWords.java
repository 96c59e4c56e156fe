package tsunagu.web;

/** A form that can say of its fields, by their ids, how they are called and how an answer reads ({@code ts:conflicts}). */
public interface FieldWords {

    /** The words above a field. */
    String label(String field);

    /** An answer as people read it; choices have codes. */
    default String shown(String field, String answer) {
        return answer;
    }
}
