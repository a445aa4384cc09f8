package org.heliograph.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Anyone whose password is the name, by HTTP basic authentication; vip has the role of that name.
 */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "it")
public class Users implements IdentityStore {
  /** Checks a name and password. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    return credential.compareTo(name, name)
        ? new CredentialValidationResult(name, name.equals("vip") ? Set.of("vip") : Set.of())
        : CredentialValidationResult.INVALID_RESULT;
  }
}
