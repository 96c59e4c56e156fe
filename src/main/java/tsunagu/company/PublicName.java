package tsunagu.company;

/**
 * By what people know a company, and where its link leads: what nobody may take for somebody else's. The city looks at every change.
 *
 * @param website "" for none
 */
public record PublicName(String name, String reading, String website) {

    public PublicName {
        name = name.strip();
        reading = reading.strip();
        website = website.strip();
    }

    /** Like the name of a city, an authority or another public body. */
    public boolean looksOfficial() {
        return PublicBodies.like(this);
    }

    PublicName withoutWebsite() {
        return new PublicName(name, reading, "");
    }
}
