using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Regions;

namespace DinsosIntranet.Features.Intake;

/// <summary>A person's address as papers write it: street or kampung, then village and district where they are known.</summary>
public static class PersonAddress
{
    public static string Of(Person person, RegionCatalog regions) =>
        (person.VillageCode ?? person.DistrictCode) is { } region ? $"{person.Address}, {regions.Describe(region)}" : person.Address;
}
