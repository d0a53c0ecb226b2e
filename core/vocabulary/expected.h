// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "failure.h"

#include <utility>
#include <variant>

namespace Matchbook {

/// Wraps a failure so that it converts to any Expected. `return unexpected(Failure{...});`
struct Unexpected {
    Failure failure;
};

[[nodiscard]] inline Unexpected unexpected(Failure failure)
{
    return {std::move(failure)};
}

[[nodiscard]] inline Unexpected unexpected(Failure::Kind kind, QString detail = {})
{
    return {Failure{kind, std::move(detail)}};
}

/// A value or a Failure. Member names are those of C++23's std::expected, so that the later swap is one line.
template<typename T>
class [[nodiscard]] Expected
{
public:
    Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Expected(Unexpected failure) : m_state(std::in_place_index<1>, std::move(failure.failure)) { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Failure &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Failure> m_state;
};

/// Nothing, or a Failure.
template<>
class [[nodiscard]] Expected<void>
{
public:
    Expected() = default;
    Expected(Unexpected failure) : m_failure(std::move(failure.failure)), m_failed(true) { }

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    const Failure &error() const { return m_failure; }

private:
    Failure m_failure;
    bool m_failed = false;
};

} // namespace Matchbook
