namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>All standards with the desks and units they speak of, as read and checked at start.</summary>
public sealed record StandardCatalog(IReadOnlyList<StandardFile> Files, IReadOnlyList<DeskDefinition> Desks, IReadOnlyList<UnitDefinition> Units)
{
    public IEnumerable<ServiceStandard> Standards => Files.Select(f => f.Standard);

    public ServiceStandard Standard(string code) => Standards.First(s => s.Code == code);

    public DeskDefinition Desk(string code) => Desks.First(d => d.Code == code);
}
