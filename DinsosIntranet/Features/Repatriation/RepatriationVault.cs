using System.Text.Json;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Closes and opens what is known of migrants; bound to the row, so that it cannot be moved to another.</summary>
public sealed class RepatriationVault(FieldCipher cipher)
{
    public string Close(Guid id, RepatriationContent content) => cipher.Encrypt(JsonSerializer.Serialize(content), Place(id));

    public RepatriationContent Open(RepatriationFile file) =>
        JsonSerializer.Deserialize<RepatriationContent>(cipher.Decrypt(file.Payload, Place(file.Id))) ?? throw new InvalidDataException("An empty file was stored.");

    /// <summary>What a visit found.</summary>
    public string Close(Guid visitId, IReadOnlyDictionary<string, string> values) => cipher.Encrypt(JsonSerializer.Serialize(values), VisitPlace(visitId));

    public Dictionary<string, string> Open(RepatriationVisit visit) =>
        visit.Payload is { } payload ? JsonSerializer.Deserialize<Dictionary<string, string>>(cipher.Decrypt(payload, VisitPlace(visit.Id))) ?? [] : [];

    private static string Place(Guid id) => $"RepatriationFiles|Payload|{id}";

    private static string VisitPlace(Guid id) => $"RepatriationVisits|Payload|{id}";
}
