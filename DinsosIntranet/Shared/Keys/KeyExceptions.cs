namespace DinsosIntranet.Shared.Keys;

/// <summary>The keys folder cannot be used as it is; the message says which file and what to do.</summary>
public class KeyRingException : Exception
{
    public KeyRingException()
    {
    }

    public KeyRingException(string message)
        : base(message)
    {
    }

    public KeyRingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Something was encrypted or sealed under a key that this ring does not have.</summary>
public sealed class KeyMissingException : KeyRingException
{
    public KeyMissingException()
    {
    }

    public KeyMissingException(string message)
        : base(message)
    {
    }

    public KeyMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
