package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "Orders")
public class Users implements IdentityStore {
  private static final Map<String, Set<String>> ROLES =
      Map.of("ann", Set.of(), "bob", Set.of(), "wes", Set.of("warehouse"));

  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    return ROLES.containsKey(name) && credential.compareTo(name, name)
        ? new CredentialValidationResult(name, ROLES.get(name))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
