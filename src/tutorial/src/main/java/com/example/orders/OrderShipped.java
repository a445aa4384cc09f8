package com.example.orders;

import jakarta.validation.constraints.NotNull;

public record OrderShipped(@NotNull String item, @NotNull String carrier) {}
