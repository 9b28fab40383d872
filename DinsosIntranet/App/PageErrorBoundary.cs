using System.Security.Cryptography;
using Microsoft.AspNetCore.Components.Web;

namespace DinsosIntranet.App;

/// <summary>Keeps the circuit alive when a page fails, and gives the failure a short code that stands in the log too.</summary>
public sealed partial class PageErrorBoundary(ILogger<PageErrorBoundary> logger) : ErrorBoundary
{
    // Without letters and digits that are mistaken for each other on the telephone.
    private const string Alphabet = "23456789ACDEFHJKLMNPQRTUVWXY";

    public string Code { get; private set; } = "";

    protected override Task OnErrorAsync(Exception exception)
    {
        Code = RandomNumberGenerator.GetString(Alphabet, 4);
        LogFailure(logger, exception, Code);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed. Code shown to the user: {Code}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string code);
}
