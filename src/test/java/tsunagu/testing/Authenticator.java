package tsunagu.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A visitor's phone or security key, as Chromium plays it (DevTools protocol, WebAuthn): it keeps passkeys and is unlocked by itself. */
public final class Authenticator {

    private final CDPSession browser;
    private final String id;

    public Authenticator(Visitor visitor) {
        browser = visitor.page().context().newCDPSession(visitor.page());
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        id = browser.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether its owner's finger, face or number is the right one from now on. */
    public void unlocks(boolean right) {
        JsonObject wanted = named();
        wanted.addProperty("isUserVerified", right);
        browser.send("WebAuthn.setUserVerified", wanted);
    }

    public JsonArray passkeys() {
        return browser.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials");
    }

    /** Takes over another's, with its private key. */
    public void copy(JsonObject passkey) {
        JsonObject wanted = named();
        wanted.add("credential", passkey);
        browser.send("WebAuthn.addCredential", wanted);
    }

    private JsonObject named() {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("authenticatorId", id);
        return wanted;
    }
}
