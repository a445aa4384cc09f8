package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Three users who sign in with HTTP basic authentication; the password of each is the name. A page
 * sends it once, and from then on the token that it got for it, see {@link SignIns}.
 */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "Heliograph demo")
public class DemoUsers implements IdentityStore {
  private static final Map<String, User> USERS =
      Map.of(
          "reader", new User(Set.of(), Optional.of("red")),
          "premium", new User(Set.of("premium"), Optional.of("blue")),
          "admin", new User(Set.of("admin"), Optional.empty()));

  @Inject SignIns signIns;

  private record User(Set<String> roles, Optional<String> team) {}

  /**
   * Finds a user's team.
   *
   * @param name the user's name
   * @return the team, if there is such a user and the user is in one
   */
  public Optional<String> team(String name) {
    return Optional.ofNullable(USERS.get(name)).flatMap(User::team);
  }

  /**
   * Checks a name and a password, or a token in its place. Found by its parameter's type, as {@link
   * IdentityStore#validate} says.
   *
   * @param credential what the browser or curl has sent
   * @return the user with the roles, or that there is none
   */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    User user = USERS.get(name);
    return user != null
            && (credential.compareTo(name, name)
                || signIns.isValid(name, credential.getPasswordAsString()))
        ? new CredentialValidationResult(name, user.roles())
        : CredentialValidationResult.INVALID_RESULT;
  }
}
