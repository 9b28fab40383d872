namespace DinsosIntranet.Shared.Acting;

/// <summary>Why an act was not carried out: a sentence for the user, and the field it belongs to where there is one.</summary>
public sealed record Refusal(string Message, string? Field = null);

/// <summary>How an act ended. Only <see cref="Ok"/> has changed anything.</summary>
public enum OutcomeKind
{
    Ok,
    /// <summary>A rule or a wrong input; the refusals say which.</summary>
    Refused,
    /// <summary>Somebody else was first; the refusal says who and when.</summary>
    Conflict,
    NotFound,
    Forbidden,
}

/// <summary>The result of an act that returns nothing but its success.</summary>
public class Outcome
{
    private protected Outcome(OutcomeKind kind, IReadOnlyList<Refusal> refusals)
    {
        Kind = kind;
        Refusals = refusals;
    }

    public OutcomeKind Kind { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsOk => Kind == OutcomeKind.Ok;

    /// <summary>All refusals as one text, for a place that has room for one line only.</summary>
    public string Message => string.Join(' ', Refusals.Select(r => r.Message));

    public static Outcome Ok() => new(OutcomeKind.Ok, []);

    public static Outcome<T> Ok<T>(T value) => new(OutcomeKind.Ok, [], value);

    public static Failure Refused(string message, string? field = null) => new(OutcomeKind.Refused, [new Refusal(message, field)]);

    public static Failure Refused(params IReadOnlyList<Refusal> refusals) => new(OutcomeKind.Refused, refusals);

    public static Failure Conflict(string message) => new(OutcomeKind.Conflict, [new Refusal(message)]);

    public static Failure NotFound(string message = "Data tidak ditemukan.") => new(OutcomeKind.NotFound, [new Refusal(message)]);

    public static Failure Forbidden(string message = "Anda tidak berwenang melakukan ini. Penolakan ini dicatat.") => new(OutcomeKind.Forbidden, [new Refusal(message)]);

    public static implicit operator Outcome(Failure failure) => new(failure.Kind, failure.Refusals);

    /// <summary>The failed half of an outcome; converts to any <see cref="Outcome{T}"/>.</summary>
    public sealed record Failure(OutcomeKind Kind, IReadOnlyList<Refusal> Refusals);

    /// <summary>This outcome as a failure, to be passed on by an act that was built on it.</summary>
    public Failure AsFailure() => IsOk
        ? throw new InvalidOperationException("An outcome that is ok is no failure.")
        : new Failure(Kind, Refusals);
}

/// <summary>The result of an act that returns a value.</summary>
public sealed class Outcome<T> : Outcome
{
    private readonly T? _value;

    internal Outcome(OutcomeKind kind, IReadOnlyList<Refusal> refusals, T? value)
        : base(kind, refusals) => _value = value;

    /// <summary>The value; asking for it after a refusal is a bug and throws.</summary>
    public T Value => IsOk ? _value! : throw new InvalidOperationException("The act was refused: " + Message);

    public static implicit operator Outcome<T>(T value) => new(OutcomeKind.Ok, [], value);

    public static implicit operator Outcome<T>(Failure failure) => new(failure.Kind, failure.Refusals, default);
}
